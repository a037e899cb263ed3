"""A set in a browser: a real Chromium against the served demo.

    python set.py http://127.0.0.1:7300 [--shots FOLDER]

Plays a refused issue, a good issue on two phones and a stop that reaches everybody; then walks every
page on phone and desk, light and dark, and holds it to its promises: axe finds nothing, nothing
stands out of the page, no fault in the console, at most 100 kB on first load.
"""

import re
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, expect, sync_playwright

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
PAGES = [
    "board", "wall", "weapons", "weapon/hero-one", "check/hero-one", "issue/hero-one",
    "collect/hero-one", "lock-away/hero-one", "rounds", "scenes", "day", "ahead/12", "people",
    "person/lead", "rules", "rule/CA-LAB-9153.a.1", "rule/law-1", "rule/law-8", "record",
    "record?search=load", "entry/89", "refusals", "menu", "ask", "rules?search=blank",
    "weapon/hero-one/photo", "rules/compare?one=us/us-ca&other=uk", "ask/plan_scene",
    "ask/hold_meeting", "ask/relieve", "ask/count", "ask/load", "ask/near_miss", "labels", "cards", "stop",
    "digest", "privacy", "nowhere", "line", "line?ask=check&set_up=12", "scan", "mine", "sign-in",
]
# Which light a size is walked in; pictures are kept of all.
LIGHTS = {"phone": "light", "desk": "dark"}
MOST_BYTES = 100_000
OPEN_PAGES = 20
# A window of Chromium draws boxes of suggestions that nobody opens here, at more work than the pages.
# What the tool itself turns off is named again: of this switch the last one counts.
UNUSED = [
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay",
    "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
]
# Each page writes down when it shows the stop: asking one after the other would take longer.
WATCH = """() => new MutationObserver((_, watch) => {
  window.stoppedAt = Date.now();
  watch.disconnect();
}).observe(document.querySelector("#stopped"), { attributes: true, attributeFilter: ["hidden"] })"""

faults = []


def hold(so, says):
    if not so:
        faults.append(says)
        print("FAULT", says)


def chromium(tool, *more, **how):
    args = ["--no-sandbox", "--disable-quic", "--disable-features=" + ",".join(UNUSED), *more]
    return tool.chromium.launch(executable_path="/usr/bin/chromium", args=args, **how)


def come_in(page, place, token):
    """By the link of a token: it shows a button, and opens the board."""
    page.goto(f"{place}/in/{token}")
    page.locator("main form button").click()
    page.wait_for_url("**/board")


@contextmanager
def signed_in(browser, place, who, **how):
    context = browser.new_context(**how)
    page = context.new_page()
    page.on("pageerror", lambda error: hold(False, f"{page.url}: {error}"))
    page.on("console", lambda told: hold("Content Security Policy" not in told.text, f"{page.url}: {told.text}"))
    if who:
        come_in(page, place, who)
    yield page
    context.close()


def go(page, address):
    """To a page; once more where the page left just then showed itself anew."""
    try:
        page.goto(address)
    except Error as error:
        if "interrupted" not in error.message:
            raise
        page.goto(address)


def refused(browser, place):
    """The first AD hands over a weapon: no, with the reason and its source on the screen."""
    with signed_in(browser, place, "first_ad", viewport=PHONE) as page:
        page.goto(f"{place}/issue/hero-one")
        page.select_option("select[name=bearer]", "lead")
        page.check("input[name=bearer-how][value=spoken]")
        page.select_option("select[name=set_up]", "12")
        page.click("main button[type=submit]")
        expect(page.locator("[data-answer=no]")).to_be_visible()
        expect(page.locator("li.reason").first).to_be_visible()
        page.locator("li.reason a.why").first.click()
        expect(page.locator("h1")).to_be_visible()
        hold("/rule/" in page.url, "a reason does not lead to its rule")


def handed_over(browser, place):
    """The armorer asks, the lead confirms on a phone of their own, and only then it is a go."""
    with signed_in(browser, place, "armorer", viewport=PHONE) as giver:
        with signed_in(browser, place, "lead", viewport=PHONE) as taker:
            taker.goto(f"{place}/board")
            giver.goto(f"{place}/issue/hero-one")
            giver.select_option("select[name=bearer]", "lead")
            giver.select_option("select[name=set_up]", "12")
            giver.check("input[name=briefed]")
            giver.click("main button[type=submit]")
            hold("/waiting/" in giver.url, "the issue does not wait for the lead")
            hold(giver.locator("[data-answer=go]").count() == 0, "a go before the lead confirmed")
            # The ask comes to the board that is open there, by itself.
            taker.locator("a[href^='/waiting/']").first.click()
            taker.locator("button[value=confirm]").click()
            expect(taker.locator("[data-answer=go]")).to_be_visible()
            expect(giver.locator("[data-answer=go]")).to_be_visible()
            giver.goto(f"{place}/board")
            hold("Hero One" in giver.inner_text("main"), "the board does not show what is out")
            again = giver.request.post(f"{place}/ask/check_out", form={"weapon": "hero-one"})
            hold(again.status == 403, "a form without a page of this hub was taken")


def stopped(browser, place):
    """Somebody without an account stops; every open page says so within a second."""
    # A browser keeps few lines to one hub open: each page is a device of its own.
    with ExitStack() as open_pages:
        devices = [signed_in(browser, place, "armorer") for _ in range(OPEN_PAGES)]
        pages = [open_pages.enter_context(device) for device in devices]
        for page in pages:
            page.goto(f"{place}/board")
            page.wait_for_function("document.readyState === 'complete'")
        for page in pages:
            page.evaluate(WATCH)
        anybody = open_pages.enter_context(signed_in(browser, place, None, java_script_enabled=False))
        anybody.goto(place)
        began = time.time() * 1000
        anybody.locator("button.stop:visible").first.click()
        for page in pages:
            page.wait_for_selector("#stopped:not([hidden])", timeout=30_000)
        took = max(page.evaluate("window.stoppedAt") for page in pages) - began
        print(f"a stop without an account or a script was shown on {OPEN_PAGES} pages in {took:.0f} ms")


def entered(browser, place):
    """The producer invites the medic, who sets a PIN and comes in at a station, without a script.

    By a name and a plain line, as on a set: there a browser says less of where a form came from.
    """
    place = place.replace("127.0.0.1", "set.test")
    with signed_in(browser, place, "producer", viewport=PHONE, bypass_csp=True) as page:
        page.goto(f"{place}/people")
        held(page, "people, for whoever may let in")
        page.select_option("select[name=weapon]", "hero-one")
        page.get_by_role("button", name="Make a guest link").click()
        held(page, "the link of a guest")
        page.goto(page.inner_text(".letters"))
        expect(page.get_by_text("read only")).to_be_visible()
        held(page, "what a guest sees")
        page.goto(f"{place}/people")
        page.select_option("select[name=person]", "medic")
        page.get_by_role("button", name="Make an invitation").click()
        expect(page.locator(".given svg.code")).to_be_visible()
        held(page, "an invitation")
        link = page.inner_text(".letters")
        page.goto(f"{place}/in/lead")
        held(page, "a link before it is used")
    phone = {"viewport": PHONE, "java_script_enabled": False}
    with signed_in(browser, place, None, **phone) as page:
        page.goto(link)
        page.get_by_role("button", name="I am Medic").click()
        for field in ("pin", "again"):
            page.fill(f"input[name={field}]", "482916")
        page.get_by_role("button", name="Set the PIN").click()
        expect(page.get_by_role("button", name="Change the PIN")).to_be_visible()
    with signed_in(browser, place, None, **phone) as page:
        page.goto(link)
        hold(page.locator("form[action^='/in/']").count() == 0, "an invitation was used twice")
        page.goto(f"{place}/sign-in")
        page.fill("input[name=person]", "Medic")
        page.fill("input[name=pin]", "482916")
        page.locator("form[action='/sign-in'] button[type=submit]").click()
        expect(page.locator(".station")).to_be_visible()
        page.get_by_role("button", name="Sign out").first.click()
        hold("/board" not in page.url, "signing out leads back in")


def authenticator(page):
    """Gives a page a device that keeps passkeys, and whoever holds it unlocks."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = devices.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True}})
    return devices, device["authenticatorId"]


def with_passkey(browser, place):
    """The armorer makes a passkey on a phone, signs out, comes in with it, and removes it."""
    place = place.replace("127.0.0.1", "localhost")
    with signed_in(browser, place, "armorer", viewport=PHONE) as page:
        devices, device = authenticator(page)
        page.goto(f"{place}/mine")
        page.get_by_role("button", name="Make a passkey").click()
        expect(page.get_by_text("For localhost")).to_be_visible()
        page.get_by_role("button", name="Make a passkey").click()
        expect(page.get_by_text("No passkey was made here")).to_be_visible()
        page.get_by_role("button", name="Sign out", exact=True).click()
        page.get_by_role("button", name="Sign in with a passkey").click()
        page.wait_for_url("**/board")
        page.goto(f"{place}/mine")
        expect(page.get_by_text("by passkey")).to_be_visible()
        devices.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
        page.get_by_role("button", name="Sign out", exact=True).click()
        page.get_by_role("button", name="Sign in with a passkey").click()
        expect(page.get_by_text("No passkey signed")).to_be_visible()


def held(page, name):
    """A page to its promises: nothing stands out of it, and axe finds nothing."""
    page.wait_for_function("document.fonts.status === 'loaded'")
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    hold(over <= 0, f"{name}: {over} px stand out of the page")
    if page.locator("body:not(.wall)").count():
        hold(page.locator(".stop:visible").count() > 0, f"{name}: no stop in sight")
    for it in Axe().run(page).response["violations"]:
        hold(False, f"{name}: axe {it['id']}: {it['nodes'][0]['html'][:140]}")


def walked(browser, place, shots):
    """Every page, on phone and desk, in light and dark."""
    for size, viewport in (("phone", PHONE), ("desk", DESK)):
        for light in ("light", "dark") if shots else (LIGHTS[size],):
            # axe is put into the page, which the pages' own policy forbids to everybody else.
            how = {"viewport": viewport, "color_scheme": light, "bypass_csp": True}
            with signed_in(browser, place, "armorer", **how) as page:
                for path in PAGES:
                    go(page, f"{place}/{path}")
                    held(page, f"{path} {size} {light}")
                    if shots:
                        name = re.sub(r"\W+", "-", path)
                        page.screenshot(path=shots / f"{name}-{size}-{light}.png")


def rolling(browser, place):
    """While the camera rolls: deep red, no rail, and the stop as wide as the page."""
    for size, viewport in (("phone", PHONE), ("desk", DESK)):
        with signed_in(browser, place, "armorer", viewport=viewport, bypass_csp=True) as page:
            page.goto(f"{place}/menu")
            page.click("form[action='/look'] button[value=rolling]")
            for path in ("board", "weapon/hero-one", "check/hero-one", "issue/hero-one", "line", "stop"):
                go(page, f"{place}/{path}")
                held(page, f"{path} {size} rolling")
            go(page, f"{place}/board")
            stop = page.locator(".stop:visible").last.bounding_box()
            hold(stop["width"] > .9 * viewport["width"], f"the stop is {stop['width']} px wide, {size} rolling")


def weight(browser, place, who, path):
    """The first load of a page, with style, script and fonts, by what came over the line."""
    with signed_in(browser, place, who, viewport=PHONE) as page:
        page.goto("about:blank")
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        came = []
        session.on("Network.loadingFinished", lambda it: came.append(it["encodedDataLength"]))
        page.goto(f"{place}/{path}")
        page.wait_for_function("document.fonts.status === 'loaded'")
        return int(sum(came))


def weighed(browser, place, who, paths):
    """No page is heavier than it may be."""
    heaviest, path = max((weight(browser, place, who, path), path) for path in paths)
    print(f"heaviest first load: {heaviest} bytes, /{path}")
    hold(0 < heaviest <= MOST_BYTES, f"/{path} weighs {heaviest} bytes")


def main():
    place = sys.argv[1].rstrip("/")
    shots = Path(sys.argv[3]) if sys.argv[2:3] == ["--shots"] else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as tool:
        browser = chromium(tool, "--host-resolver-rules=MAP set.test 127.0.0.1")
        if not shots:
            refused(browser, place)
            handed_over(browser, place)
            entered(browser, place)
            with_passkey(browser, place)
            weighed(browser, place, "armorer", PAGES)
            walked(browser, place, None)
            rolling(browser, place)
            stopped(browser, place)
        else:
            walked(browser, place, shots)
            print(f"pictures of {len(PAGES)} pages in {shots}")
        browser.close()
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
