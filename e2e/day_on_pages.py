#!/usr/bin/env python3
"""The California day on the pages: a real Chromium against the served program, from open to wrap.

    python e2e/day_on_pages.py target/debug/proofhouse incidents/good-day-california-western.jsonl

The day before is taken in through the API. Then everybody comes in on a device of their own: all by
invitation, the armorer by a passkey, the first AD by a badge, the assistant by a PIN. Each ask and
report is filled in on its page, and whoever has to answer confirms on their own. What the page answers,
and what is then written, is held against the timeline. The noes of the small variants of the day are
asked where they belong. The second take is played at desks.
"""

import json
import os
import pathlib
import sys
import tempfile
import time

from playwright.sync_api import Error, expect, sync_playwright

from day import Hub, times, wanted
from form import SENDS, fill_in, name_of, pages_of, rows_of
from person import Person
from scan import Camera, labels
from set import chromium, come_in, faults, hold

AT_DESKS = {"producer", "production_manager"}
WAYS = {
    "armorer": Person.takes_a_passkey, "first_ad": Person.takes_a_badge, "assistant": Person.takes_a_pin}
# The weapons of these steps are scanned by the camera of a phone.
SCANNED = {12, 14, 23, 36}
# The second take of scene 14: the same as the first, on another size.
ON_DESKS = range(96, 118)


class Day:
    """A day being played, by people with their devices."""

    def __init__(self, hub, browser, place, head, camera):
        self.hub, self.browser, self.place, self.head, self.camera = hub, browser, place, head, camera
        self.phones, self.desks, self.labels = {}, {}, {}
        self.pages = self.noes = self.next = 0
        self.now = None

    def call(self, *what):
        """Through the API. The hub ends a line that is quiet for long: each call has its own."""
        self.hub.line.close()
        return self.hub.call(*what)

    # ── who ──

    def come(self, names):
        producer = self.phones["producer"] = Person(self.browser, self.place, "producer", "desk")
        come_in(producer.page, self.place, self.hub.tokens["producer"])
        for name in sorted(names - {"producer"}):
            size = "desk" if name in AT_DESKS else "phone"
            person = Person(self.browser, self.place, name, size, permissions=["camera"])
            producer.invite(person)
            WAYS.get(name, lambda _: None)(person)
            self.phones[name] = person
        page = producer.context.new_page()
        self.labels = dict(labels(page, self.place))
        page.close()

    def on(self, name, step):
        """The device that somebody has at hand at a step."""
        if step["step"] not in ON_DESKS or name in AT_DESKS:
            return self.phones[name]
        if name not in self.desks:
            self.desks[name] = Person(self.browser, self.place, name, "desk")
            self.phones[name].also_on(self.desks[name])
        return self.desks[name]

    # ── when ──

    def at(self, step, moment):
        """Moves the rehearsal's clock: what was asked once, asked again, is written once."""
        self.now = moment.isoformat().replace("+00:00", "Z")
        self.call(*self.first[:-1], self.first[-1] | {"claimed_at": self.now})

    def before(self, given):
        """What is given, through the API."""
        for nth, (step, moment) in enumerate(zip(given, times(self.head, given))):
            body = {key: value for key, value in step.items() if key not in ("at", "by", "note")}
            body |= {"request": f"given-{nth}", "claimed_at": moment.isoformat().replace("+00:00", "Z")}
            call = ("POST", "asks" if "ask" in step else "reports", step["by"], body)
            if nth == 0:
                self.first = call
            status, told = self.call(*call)
            hold(status == 200, f"given {nth}: {status} {told[:400]}")
        self.next = len(given) + 1

    # ── what ──

    def play(self, step, because=()):
        """A step on its page, or its pages; `because`, where it has to be refused by these rules."""
        for page in pages_of(step):
            person = self.on(page["by"], page)
            if page["step"] in SCANNED and not because:
                self.scan(person, page)
            fill_in(person, page, self.scene(page))
            person.follow(SENDS)
            self.confirm(person, page)
            if "ask" in page:
                self.answer(person, page, because)
            self.written(page, because)
            self.pages += 1

    def scene(self, step):
        """A set-up whose plan names every weapon of a step."""
        weapons = {row["weapon"] for row in rows_of(step) if "weapon" in row}
        plans = [it for it in self.head["given"] if it.get("ask") == "plan_scene"]
        return step.get("set_up") or next(it["scene"] for it in plans if weapons <= set(it["weapons"]))

    def scan(self, person, step):
        weapons = [row["weapon"] for row in rows_of(step)]
        self.camera.sees(*(self.labels[it] for it in weapons))
        if "rows" not in step:
            person.open("/scan")
            person.press("[data-scan]")
            return person.page.wait_for_url(f"**/weapon/{weapons[0]}")
        person.open(f"/line?ask={name_of(step)}&set_up={self.scene(step)}")
        person.press("[data-scan]")
        for it in weapons:
            expect(person.page.locator(f"li[data-weapon={it}] .pick input")).to_be_checked()
        return person.press("#scanner [data-close]")

    def confirm(self, person, step):
        """Whoever has to answer finds the ask on the board of their own device."""
        if "/waiting/" not in person.page.url:
            return
        waiting = person.page.url.removeprefix(self.place)
        hold(not person.page.locator("[data-answer]").count(), f"{waiting} is answered before it may be")
        for who in step["with"]:
            if who.get("means") == "spoken":
                continue
            other = self.on(who["person"], step)
            other.open("/board")
            other.follow(f"a[href='{waiting}']")
            other.follow("button[value=confirm]")

    def answer(self, person, step, because):
        """What stands on the page of whoever asked."""
        expect(person.page.locator("main [data-answer]").first).to_be_visible()
        noes = person.page.locator("main [data-answer=no]").count()
        rules = person.page.locator("main a.why").evaluate_all(
            "them => them.map(it => decodeURIComponent(it.pathname.split('/rule/')[1]))")
        hold(bool(noes) == bool(because), f"{told(step)}: the page says {'no ' if noes else 'go'} {rules}")
        hold(set(because) <= set(rules), f"{told(step)}: refused by {rules}, not by {because}")

    def written(self, step, because):
        """One entry more, which says what the timeline says."""
        entries = json.loads(self.call("GET", f"entries?from={self.next}", "producer")[1])["entries"]
        self.next += len(entries)
        if len(entries) != 1:
            return hold(False, f"{told(step)}: {len(entries)} entries")
        entry = entries[0]
        hold(entry["by"] == step["by"], f"{told(step)}: by {entry['by']}")
        hold(entry["at"] == self.now, f"{told(step)}: at {entry['at']}, not {self.now}")
        for row, kept in zip(by_weapon(step), by_weapon(entry["what"]), strict=True):
            hold(says(kept, row), f"{told(step)}: {row} was written as {kept}")
        answered = {(it["person"], it["as"]): it["means"] for it in entry.get("with", [])}
        for who in step.get("with", []):
            spoken = who.get("means") == "spoken"
            means = "spoken" if spoken else self.on(who["person"], step).means
            hold(answered.get((who["person"], who["as"])) == means, f"{told(step)}: answered {answered}")
        self.noes += bool(because)


def by_weapon(what):
    return sorted(rows_of(what), key=lambda row: row.get("weapon", ""))


def says(kept, meant):
    """What was meant is what is kept; that may say more, as what was left out by the timeline."""
    if isinstance(meant, dict):
        # The page of a check asks for the tag where the tag is all that tells: of what is no weapon.
        return all(says(kept.get(key), value) for key, value in meant.items() if key != "tag_read")
    if isinstance(meant, list) and meant and isinstance(meant[0], dict):
        return len(kept) == len(meant) and all(map(says, kept, meant))
    return sorted(kept) == sorted(meant) if isinstance(meant, list) else kept == meant


def told(step):
    return f"step {step['step']} {name_of(step)}"


def variants(timeline, steps):
    """Of the variants that differ in their last step alone: that step, and the rules that refuse it."""
    for path in sorted(timeline.parent.glob(f"{timeline.stem}.*.jsonl")):
        head, *other = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if other[:-1] == steps[:len(other) - 1]:
            yield other[-1]["step"], other[-1], head["expect"]["because"]


def acting(steps):
    answering = [who for step in steps for who in step.get("with", []) if who.get("means") != "spoken"]
    return {step["by"] for step in steps} | {who["person"] for who in answering} | {"producer"}


def played(day, timeline, steps):
    noes = list(variants(timeline, steps))
    for step, moment in zip(steps, times(day.head, steps)):
        day.at(step, moment)
        try:
            for _, other, because in (it for it in noes if it[0] == step["step"]):
                day.play(other, because)
            hold(wanted(day.head, step), f"{told(step)}: this is for a day that goes")
            day.play(step)
        except Error as error:
            shown = day.on(step["by"], step).page
            says = shown.evaluate("document.body.innerText.slice(0, 600)")
            hold(False, f"{told(step)}: {shown.url}: {error}\n{says}")
            return
    board = json.loads(day.call("GET", "board", "producer")[1])
    hold(not any(it["bearer"] for it in board["weapons"]), "somebody still bears a weapon")


def main(program, timeline):
    timeline = pathlib.Path(timeline)
    head, *steps = [json.loads(line) for line in timeline.read_text(encoding="utf-8").splitlines()]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        given = head["given"]
        names = acting(steps)
        known = sorted({step["by"] for step in given} | {"producer"})
        hub = Hub(os.path.abspath(program), folder, head, known, next(times(head, given)))
        camera = Camera(folder)
        browser = chromium(tool, *camera.args())
        try:
            day = Day(hub, browser, f"http://localhost:{hub.line.port}", head, camera)
            day.before(given)
            day.come(names)
            came = time.monotonic() - began
            played(day, timeline, steps)
        finally:
            browser.close()
            hold(hub.stop() == 0, "the hub did not end well")
    print(f"{timeline.stem}: {len(steps)} steps on {day.pages} pages, {day.noes} of them refused, none through the "
          f"API; {len(names)} people came in in {came:.0f} s; {time.monotonic() - began:.0f} s in all; "
          f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
