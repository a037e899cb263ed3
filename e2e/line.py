#!/usr/bin/env python3
"""A line of sixty rifles in a browser, on a phone, by one thumb.

    python e2e/line.py target/debug/proofhouse incidents/good-day-nsw-battle.jsonl [--shots FOLDER]

The day is played up to its first check-out; from there on everything is tapped. Two rifles are left
unchecked: they are pulled, mended and asked again, while the other fifty-eight go. One says otherwise
than what stands for all, and the record keeps both.
"""

import json
import os
import pathlib
import re
import signal
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from day import Hub, times
from person import Person
from set import DESK, PHONE, chromium, come_in, faults, hold, signed_in, weighed

UNCHECKED = ["rifle-03", "rifle-07"]
DIFFERENT = "rifle-05"
STEPS = [
    "check_out", "check", "load", "show", "announce", "issue", "clear_to_fire", "collect", "lock_away",
]
PEOPLE = ["producer", "armourer", "employee", "first_ad"]


def until_check_out(head, steps):
    given = [{key: value for key, value in step.items() if key != "step"} for step in head["given"]]
    before = []
    for step in steps:
        if step.get("ask") == "check_out":
            return given + before
        before.append(step)
    return given + before


class Thumb(Person):
    """A phone, and one thumb on it."""

    def __init__(self, browser, place, who, token, shots):
        # axe is put into the page, which the pages' own policy forbids to everybody else.
        super().__init__(browser, place, who, "phone", bypass_csp=True)
        self.shots = shots
        come_in(self.page, place, token)

    def looked(self, name):
        """What a thumb needs of a page, and a picture of it."""
        page = self.page
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        hold(over <= 0, f"{name}: {over} px stand out of the page")
        small = page.evaluate(
            """() => [...document.querySelectorAll("main .press, main .pick, main select, .bar .press, .stop")]
                .map(it => it.getBoundingClientRect()).filter(it => it.height && it.height < 48).length""")
        hold(small == 0, f"{name}: {small} targets are lower than 48 px")
        small = page.evaluate(
            """() => [...document.querySelectorAll(".own :is(summary, input[type=text], select)")]
                .map(it => it.getBoundingClientRect()).filter(it => it.height && Math.min(it.height, it.width) < 72).length""")
        hold(small == 0, f"{name}: {small} targets of a row are smaller than 72 px")
        if "again" not in name:
            for it in Axe().run(page).response["violations"]:
                hold(False, f"{name}: axe {it['id']}: {it['nodes'][0]['html'][:140]}")
        if self.shots:
            page.screenshot(path=self.shots / f"line-{name}.png")

    def spoken(self, **who):
        for field, person in who.items():
            self.page.select_option(f"select[name={field}]", person)
            self.page.locator(f"input[name={field}-how][value=spoken]").tap()

    def ask(self, name):
        """Asks; how long the hub took to answer, in milliseconds."""
        self.looked(f"{name}-form")
        self.follow("main .stick button[type=submit]")
        expect(self.page.locator("main ul.line").first).to_be_visible()
        took = self.page.evaluate(
            """() => { const it = performance.getEntriesByType("navigation")[0]; return it.responseEnd - it.requestStart; }""")
        self.looked(f"{name}-answer")
        return took

    def differs(self, weapon, field, value, says):
        """Fills in the fold of one weapon, by its label, and folds it up: it tells what differs."""
        fold = self.page.locator(f"li[data-weapon={weapon}] details.own")
        fold.locator("summary").tap()
        self.looked(f"{field.lower().replace(' ', '-')}-open")
        it = fold.get_by_label(re.compile(rf"^{field}.*, {weapon.replace('-', ' ')}", re.I))
        it.select_option(value) if it.evaluate("it => it.localName") == "select" else it.fill(value)
        fold.locator("summary").tap()
        hold(fold.get_attribute("open") is None, f"the fold of {weapon} stays open")
        hold(says in fold.inner_text(), f"{fold.inner_text()} does not say “{says}”")

    def says(self, text):
        hold(text in self.page.inner_text("main"), f"{self.page.url} does not say “{text}”")


def said_of_each(hub, field):
    """What the newest entry says of each weapon of a line."""
    entries, last = [], 0
    # A line that was silent for so long was hung up.
    hub.line.close()
    while True:
        told = json.loads(hub.call("GET", f"entries?from={last}&limit=500", "armourer")[1])
        if not told["entries"]:
            return {row["weapon"]: row.get(field) for row in entries[-1]["what"]["rows"]}
        entries, last = told["entries"], told["next"]


def differs_in_the_record(hub, field, own, rest):
    said = said_of_each(hub, field)
    hold(said.pop(DIFFERENT) == own, f"the record does not say {field} {own} of {DIFFERENT}")
    hold(set(said.values()) == {rest}, f"the record says {field} {set(said.values())} of the others")


def without_a_script(browser, place, token):
    """What was typed for one weapon is kept, and told to be wrong where it stands."""
    with signed_in(browser, place, token, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(f"{place}/line?ask=load&set_up=ridge")
        page.locator(f"li[data-weapon={DIFFERENT}] .pick").click()
        fold = page.locator(f"li[data-weapon={DIFFERENT}] details.own")
        fold.locator("summary").click()
        fold.locator("input").fill("many")
        fold.locator("summary").click()
        page.select_option("select[name=witness]", "first_ad")
        page.locator("main .stick button[type=submit]").click()
        page.locator("main a[href^='#wrong-row']").click()
        expect(fold.locator(".wrong")).to_be_in_viewport()
        expect(fold.locator("input")).to_have_value("many")


def by_keyboard(browser, place, token):
    with signed_in(browser, place, token, viewport=DESK) as page:
        page.goto(f"{place}/line?ask=load&set_up=ridge")
        fold = page.locator(f"li[data-weapon={DIFFERENT}] details.own")
        page.locator(f"li[data-weapon={DIFFERENT}] .pick input").focus()
        for key in ("Tab", "Enter", "Tab"):
            page.keyboard.press(key)
        page.keyboard.type("2")
        for key in ("Shift+Tab", "Enter"):
            page.keyboard.press(key)
        hold("Rounds, from position 1: 2" in fold.inner_text(), f"by keyboard: {fold.inner_text()}")


def played(armourer, first_ad, hub):
    armourer.open("/scenes")
    armourer.follow("a[href='/line?set_up=ridge']")
    armourer.page.fill("input[name=purpose]", "filming")
    armourer.differs(DIFFERENT, "Purpose", "training", "Purpose: training")
    armourer.ask("check-out")
    armourer.says("60 go")
    armourer.says("All, unless said otherwise: Purpose: filming")
    differs_in_the_record(hub, "purpose", "training", "filming")
    armourer.follow("a.press.main")
    for weapon in (f"rifle-{n:02}" for n in range(1, 61)):
        if weapon not in UNCHECKED:
            armourer.press(f"li[data-weapon={weapon}] label")
    armourer.press("input[name=bore_by][value=light]")
    armourer.differs(DIFFERENT, "How the bore", "rod", "through: Rod")
    armourer.spoken(witness="first_ad")
    armourer.says("58")
    armourer.ask("check")
    armourer.says("58 go")
    differs_in_the_record(hub, "bore_by", "rod", "light")
    armourer.open("/line?ask=show&set_up=ridge")
    armourer.follow("button[value=pair]")
    armourer.says("Rifle 60 to Soldier 60")
    armourer.press("details:has(input[name=also]) summary")
    armourer.page.locator("input[name=also][value=camera_operator]").tap()
    armourer.spoken(hears1="first_ad", hears2="employee")
    armourer.ask("show")
    announced(first_ad, "/line?ask=announce")
    armourer.open("/line?ask=issue&set_up=ridge")
    took = issued(armourer, "issue")
    print(f"sixty verdicts of one ask, from the request to the whole page: {took:.0f} ms")
    hold(took < 1000, f"sixty verdicts took {took:.0f} ms")
    armourer.says("58 go")
    armourer.says("Rifle 03 and Rifle 07 are pulled.")
    mended(armourer, first_ad)


def announced(first_ad, path):
    first_ad.open(path)
    first_ad.spoken(accepts="armourer", reads_back="sound_mixer")
    first_ad.ask("announce")


def issued(armourer, name):
    armourer.page.select_option("select[name=activity]", "rehearsal")
    armourer.press("input[name=briefed]")
    armourer.spoken(hears1="first_ad", hears2="employee")
    return armourer.ask(name)


def mended(armourer, first_ad):
    """The two that were pulled are checked, shown, announced, and asked again."""
    again = armourer.page.locator("a[href^='/line?ask=issue']").get_attribute("href")
    armourer.follow("li.reason a[href^='/line?ask=check']")
    for weapon in UNCHECKED:
        armourer.press(f"li[data-weapon={weapon}] label")
    armourer.press("input[name=bore_by][value=light]")
    armourer.spoken(witness="first_ad")
    armourer.ask("check-again")
    armourer.follow("a.press.main")
    armourer.press("details:has(input[name=also]) summary")
    armourer.page.locator("input[name=also][value=camera_operator]").tap()
    armourer.spoken(hears1="first_ad", hears2="employee")
    armourer.ask("show-again")
    announced(first_ad, "/line?ask=announce")
    armourer.open(again)
    issued(armourer, "issue-again")
    armourer.says("2 go")
    armourer.open("/board")
    armourer.says("60 in a hand")
    armourer.open("/line?ask=collect")
    armourer.looked("collect")
    armourer.follow("main .stick button[type=submit]")
    armourer.open("/board")
    armourer.says("0 in a hand")


def told_by_the_hub(armourer, hub, place):
    """A hub that is silent, or gone, is lost to every page; nothing is green until it speaks again."""
    armourer.open("/board")
    page = armourer.page
    with_hub = page.locator("html:not([data-hub=lost])")
    without = page.locator("html[data-hub=lost]")
    expect(with_hub).to_have_count(1)
    hub.server.send_signal(signal.SIGSTOP)
    expect(without).to_have_count(1, timeout=15_000)
    armourer.looked("hub-lost")
    expect(page.locator("#lost")).to_be_visible()
    hub.server.send_signal(signal.SIGCONT)
    expect(with_hub).to_have_count(1, timeout=15_000)
    hub.line.close()
    hub.server.kill()
    hub.server.wait()
    expect(without).to_have_count(1, timeout=8_000)
    hub.line = hub.serve(place.removeprefix("http://"))
    expect(with_hub).to_have_count(1, timeout=15_000)
    armourer.says("0 in a hand")


def main(program, timeline, shots):
    lines = pathlib.Path(timeline).read_text(encoding="utf-8").splitlines()
    head, *steps = [json.loads(line) for line in lines if line.strip()]
    steps = until_check_out(head, steps)
    people = sorted({step["by"] for step in steps if "by" in step} | set(PEOPLE))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        hub = Hub(os.path.abspath(program), folder, head, people, next(times(head, steps)))
        place = f"http://127.0.0.1:{hub.line.port}"
        for nth, (step, at) in enumerate(zip(steps, times(head, steps))):
            body = {key: value for key, value in step.items() if key not in ("step", "at", "by", "note")}
            body |= {"request": f"day-{nth}", "claimed_at": at.isoformat().replace("+00:00", "Z")}
            kind = "asks" if "ask" in step else "reports"
            status, answer = hub.call("POST", kind, step.get("by"), body)
            if status != 200:
                sys.exit(f"{step}: {status} {answer[:400]}")
        browser = chromium(tool)
        try:
            thumbs = [Thumb(browser, place, who, hub.tokens[who], shots) for who in ("armourer", "first_ad")]
            pages = [f"line?ask={step}&set_up=ridge" for step in STEPS]
            weighed(browser, place, hub.tokens["armourer"], pages)
            without_a_script(browser, place, hub.tokens["armourer"])
            by_keyboard(browser, place, hub.tokens["armourer"])
            played(*thumbs, hub)
            told_by_the_hub(thumbs[0], hub, place)
        finally:
            browser.close()
            hub.stop()
    print(f"a line of sixty by thumb: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[4]) if sys.argv[3:4] == ["--shots"] else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    sys.exit(main(*sys.argv[1:3], folder))
