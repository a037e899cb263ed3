#!/usr/bin/env python3
"""Cameras in a browser: labels and a wristband of the served demo before a fake one, scanners that
type, and a photo from a real one.

    python e2e/scan.py http://127.0.0.1:7300

The picture of a label is taken from the page of labels, and shown to the browser as what its camera
sees. Chromium for Linux has no reader of its own: what reads here is the one that comes with us.
"""

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright
from set import PHONE, chromium, come_in, faults, hold

CAMERA = {"width": 640, "height": 480}
# How long each label is in sight: a second.
FRAMES = 30


class Camera:
    """What a browser's camera sees: a film, opened anew by whoever looks."""

    def __init__(self, folder):
        self.film = Path(folder) / "camera.mjpeg"

    def args(self):
        return ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={self.film}"]

    def sees(self, *labels):
        """These labels, one after the other, again and again."""
        film = self.film.with_suffix(".new")
        film.write_bytes(b"".join(label * FRAMES for label in labels))
        film.replace(self.film)


def labels(page, place):
    """The label of each weapon, as a camera sees it."""
    page.goto(f"{place}/labels?of=weapons")
    codes = page.evaluate("""() => [...document.querySelectorAll("li.label")].map(it => [
        it.querySelector(".address").textContent.split("/weapon/")[1], it.querySelector("svg").outerHTML])""")
    return [(weapon, held_up(page, code)) for weapon, code in codes]


def held_up(page, code):
    """A code before the camera."""
    page.set_viewport_size(CAMERA)
    # The pages' own policy would forbid what is drawn here.
    page.goto("about:blank")
    page.set_content(f'<body style="margin:0;background:#fff"><div style="width:400px;margin:40px 120px">{code}</div>')
    return page.screenshot(type="jpeg", quality=95)


def wristband(browser, place, who):
    """The badge that somebody makes: its code, and as a camera sees it."""
    page = browser.new_page(viewport=PHONE)
    come_in(page, place, who)
    page.goto(f"{place}/mine")
    for field in ("pin", "again"):
        page.fill(f"input[name={field}]", "482916")
    page.get_by_role("button", name="Set the PIN").click()
    page.locator("form[action='/mine/badge'] button").click()
    code, drawn = page.inner_text(".letters"), page.locator(".given svg.code").evaluate("it => it.outerHTML")
    seen = held_up(page, drawn)
    page.close()
    return code, seen


def scanned(browser, place):
    """A label opens its weapon; in a line it ticks its row, and the line goes on being scanned."""
    context = browser.new_context(viewport=PHONE, permissions=["camera"])
    page = context.new_page()
    page.on("pageerror", lambda error: hold(False, f"{page.url}: {error}"))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    come_in(page, place, "armorer")
    page.goto(f"{place}/scan")
    hold(not any("scan.js" in url for url in asked), "the scanner came before it was used")
    page.locator("[data-scan]").click()
    page.wait_for_url("**/weapon/hero-one", timeout=30_000)
    hold(any("zxing-reader.wasm" in url for url in asked), "the reader did not come from this hub")
    hold(all(url.startswith((place, "data:", "blob:")) for url in asked), "something came from elsewhere")
    page.goto(f"{place}/line?ask=show")
    hold(page.locator("li[data-weapon=hero-one] input:checked").count() == 0, "the row is ticked before")
    page.locator("[data-scan]").click()
    ticked = page.locator("li[data-weapon=hero-one] .pick input")
    expect(ticked).to_be_checked(timeout=30_000)
    expect(page.locator("#scanner")).to_be_visible()
    page.locator("#scanner [data-close]").click()
    expect(page.locator("#scanner")).to_be_hidden()
    context.close()


def badge(browser, place):
    """At the door a code before the camera is the badge: it is filled in, and the PIN comes next."""
    context = browser.new_context(viewport=PHONE, permissions=["camera"])
    page = context.new_page()
    page.on("pageerror", lambda error: hold(False, f"{page.url}: {error}"))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{place}/sign-in")
    page.locator("details summary").click()
    hold(not any("scan" in url for url in asked), "the scanner came to the door before it was used")
    page.locator("[data-scan]").click()
    expect(page.locator("[name=badge]")).to_have_value(re.compile("/weapon/hero-one$"), timeout=30_000)
    expect(page.locator("#scanner")).to_be_hidden()
    expect(page.locator("[name=pin]")).to_be_focused()
    hold(page.url.endswith("/sign-in"), "a code at the door led elsewhere")
    context.close()


def typed(browser, place):
    """A scanner that types its code and presses Enter; and one that read something else."""
    page = browser.new_page(viewport=PHONE, java_script_enabled=False)
    come_in(page, place, "armorer")
    page.goto(f"{place}/scan")
    page.locator("#code").fill(f"{place}/weapon/hero-two")
    page.keyboard.press("Enter")
    page.wait_for_url("**/weapon/hero-two")
    page.goto(f"{place}/scan")
    page.locator("#code").fill("9780141036144")
    page.keyboard.press("Enter")
    expect(page.locator("#wrong-code")).to_be_visible()
    page.close()


def ticked(page, name):
    """What is ticked in a list of a form."""
    return page.locator(f"input[name={name}]:checked").evaluate_all("them => them.map(it => it.value).sort()")


def filled_in(page, place):
    """A meeting that somebody began to fill in."""
    page.goto(f"{place}/ask/hold_meeting")
    page.check("input[name=scenes][value='12']")
    page.check("input[name=present][value=director]")


def read(page, where, code, says):
    """A scanner types a code and presses Enter; the page says what came of it."""
    page.locator(f"[id='code:{where}']").fill(code)
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-takes={where}]")).to_contain_text(says)
    expect(page.locator(f"[id='code:{where}']")).to_be_focused()


def attended(browser, place, band, scripts):
    """A meeting, scanned with what types: by label, by handle, by wristband, twice, and what is no code."""
    page = browser.new_page(viewport=PHONE, java_script_enabled=scripts)
    come_in(page, place, "first_ad")
    loads = []
    filled_in(page, place)
    page.locator("[id='code:present']").focus()
    if scripts:
        page.wait_for_selector("script[data-scanner=ready]", state="attached")
    camera = page.locator("[data-takes=present] [data-scan]")
    hold(camera.is_visible() == scripts, f"with scripts {scripts}, the camera is {camera.is_visible()}")
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    read(page, "present", f"{place}/person/armorer", "Armorer is ticked.")
    read(page, "present", "medic", "Medic is ticked.")
    read(page, "present", band, "Lead is ticked.")
    present = ["armorer", "director", "lead", "medic"]
    hold(ticked(page, "present") == present, f"at the meeting: {ticked(page, 'present')}")
    read(page, "present", band, "Lead is ticked already.")
    for nothing in (f"{place}/weapon/hero-one", "9780141036144"):
        read(page, "present", nothing, "nothing was ticked")
        expect(page.locator("[data-takes=present]")).to_contain_text(nothing)
    hold(ticked(page, "present") == present, "a code that nobody has changed who is at the meeting")
    hold(ticked(page, "scenes") == ["12"], "what was filled in is gone")
    hold(bool(loads) != scripts, f"with scripts {scripts}, the page was loaded {len(loads)} times")
    page.locator("[id='code:present']").fill("guardian")
    page.get_by_role("button", name="Tick it").click()
    expect(page.locator("input[name=present][value=guardian]")).to_be_checked()
    page.close()


def with_a_camera(browser, place, who):
    page = browser.new_context(viewport=PHONE, permissions=["camera"]).new_page()
    page.on("pageerror", lambda error: hold(False, f"{page.url}: {error}"))
    come_in(page, place, who)
    return page


FELT = """() => {
  window.felt = [];
  navigator.vibrate = (how) => window.felt.push([].concat(how).join(" "));
}"""


def in_a_row(browser, place, camera, codes):
    """Many before the camera, one after the other: a meeting by wristband, then the weapons of a relief."""
    page = with_a_camera(browser, place, "first_ad")
    filled_in(page, place)
    hold(page.locator("script[data-scanner]").count() == 0, "the scanner came to a form before it was used")
    page.evaluate(FELT)
    camera.sees(codes["wristband"], codes["hero-one"])
    page.locator("[data-takes=present] [data-scan]").click()
    expect(page.locator("input[name=present][value=lead]")).to_be_checked(timeout=30_000)
    says = page.locator("#scanner [data-told]")
    expect(says).to_contain_text("nothing was ticked", timeout=30_000)
    expect(says).to_have_text("Lead is ticked already.", timeout=30_000)
    page.locator("#scanner [data-close]").click()
    hold(ticked(page, "present") == ["director", "lead"], f"before the camera: {ticked(page, 'present')}")
    hold(ticked(page, "scenes") == ["12"], "scanning took away what was filled in")
    felt = page.evaluate("window.felt")
    hold({"30", "250", "30 100 30"} <= set(felt), f"felt: {felt}")
    page.context.close()
    page = with_a_camera(browser, place, "assistant")
    page.goto(f"{place}/ask/relieve")
    weapons = ["hero-one", "hero-two", "rubber-one"]
    camera.sees(*(codes[it] for it in weapons))
    page.locator("[data-takes=weapons] [data-scan]").click()
    for weapon in weapons:
        expect(page.locator(f"input[name=weapons][value={weapon}]")).to_be_checked(timeout=30_000)
    page.locator("#scanner [data-close]").click()
    hold(ticked(page, "weapons") == weapons, f"of the relief: {ticked(page, 'weapons')}")
    page.context.close()


HERE = b"GPSLatitude 34.05"


def filed(browser, place, folder):
    """A photo that says where it was taken: shown on the page of its weapon, without that."""
    page = browser.new_page(viewport=PHONE)
    come_in(page, place, "armorer")
    plain = page.screenshot(type="jpeg", quality=60)
    exif = b"Exif\0\0II\x2a\0\x08\0\0\0\0\0" + HERE
    photo = folder / "photo.jpg"
    photo.write_bytes(plain[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + plain[2:] + HERE)
    page.goto(f"{place}/weapon/hero-one/photo")
    page.set_input_files("input[name=photo]", photo)
    page.locator("main button[type=submit]").click()
    shown = page.locator(".photos img").first
    shown.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.photos img').naturalWidth > 0")
    kept = page.request.get(f"{place}{shown.get_attribute('src')}").body()
    hold(HERE not in kept and b"Exif" not in kept, "a kept photo says where it was taken")
    page.close()


def main():
    place = sys.argv[1].rstrip("/")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        plain, camera = chromium(tool), Camera(folder)
        page = plain.new_page()
        come_in(page, place, "armorer")
        codes = dict(labels(page, place))
        camera.sees(codes["hero-one"])
        typed(plain, place)
        code, codes["wristband"] = wristband(plain, place, "lead")
        for scripts in (True, False):
            attended(plain, place, code, scripts)
        filed(plain, place, Path(folder))
        plain.close()
        seeing = chromium(tool, *camera.args())
        scanned(seeing, place)
        badge(seeing, place)
        in_a_row(seeing, place, camera, codes)
        seeing.close()
    print(f"labels and wristbands before the camera, and a photo filed: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
