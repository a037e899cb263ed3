#!/usr/bin/env python3
"""Plays a whole day through the hub's API, and holds each verdict against the timeline.

    python3 e2e/day.py target/debug/proofhouse incidents/good-day-california-western.jsonl

It founds a rehearsal in a temporary folder, makes a token for each person, serves the record and
asks as each of them. Standard library only.
"""

import datetime
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import zoneinfo

ENVELOPE = ("step", "at", "by", "note", "status", "happened")


def times(head, steps):
    """Each step's time: as written, else a minute after the step before."""
    zone = zoneinfo.ZoneInfo(head["zone"])
    last = None
    for step in steps:
        at = step.get("at")
        if at is None:
            last += datetime.timedelta(minutes=1)
        elif "T" in at:
            last = datetime.datetime.fromisoformat(at)
            last = last if last.tzinfo else last.replace(tzinfo=zone)
        else:
            day = last.astimezone(zone).date()
            last = datetime.datetime.combine(day, datetime.time.fromisoformat(at), zone)
        # A zone's own sums ignore a change of its offset; UTC's do not.
        last = last.astimezone(datetime.timezone.utc)
        yield last


def run(program, *words):
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"proofhouse {words[0]}: {done.stderr}")
    return done.stdout


class Hub:
    """A rehearsal, served."""

    def __init__(self, program, folder, head, people, began):
        record = str(pathlib.Path(folder) / "day.db")
        enrolled = [f"--person={who}={','.join(roles)}" for who, roles in head["people"].items()]
        place = ["--place", head["place"], "--zone", head["zone"], "--kind", head.get("kind", "screen")]
        run(program, "found", "--record", record, "--unit", "main-unit", "--founder", "producer",
            "--rehearsal", began.isoformat(), *place, *enrolled)
        told = run(program, "token", "new", "--record", record, *(f"--person={who}" for who in people))
        self.tokens = dict(line.split() for line in told.splitlines())
        self.serves = [program, "serve", "--record", record, "--replay-clock", "--listen"]
        self.line = self.serve("127.0.0.1:0")

    def serve(self, listen):
        self.server = subprocess.Popen([*self.serves, listen], stdout=subprocess.PIPE, text=True)
        port = re.search(r":(\d+)", self.server.stdout.readline())
        if port is None:
            sys.exit("the hub did not start")
        return http.client.HTTPConnection("127.0.0.1", int(port[1]), timeout=30)

    def call(self, method, path, who, body=None):
        headers = {"Content-Type": "application/json"}
        if who is not None:
            headers["Authorization"] = f"Bearer {self.tokens[who]}"
        data = None if body is None else json.dumps(body)
        self.line.request(method, f"/api/v1/units/main-unit/{path}", data, headers)
        answer = self.line.getresponse()
        return answer.status, answer.read()

    def stop(self):
        self.line.close()
        self.server.send_signal(signal.SIGTERM)
        return self.server.wait(timeout=20)


def wanted(head, step):
    """Go or no-go, as the timeline expects it; none where it says nothing of this step."""
    expect = head.get("expect", {})
    if expect.get("go") and step.get("step", 0) <= expect.get("through", 10**9):
        return True
    return None if "step" in step else True


def play(hub, head, steps):
    wrong = []
    for nth, (step, at) in enumerate(zip(steps, times(head, steps))):
        kind = "ask" if "ask" in step else "report"
        body = {key: value for key, value in step.items() if key not in ENVELOPE}
        body |= {"request": f"day-{nth}", "claimed_at": at.isoformat().replace("+00:00", "Z")}
        status, answer = hub.call("POST", f"{kind}s", step.get("by"), body)
        go = status == 200
        want = wanted(head, step) if kind == "ask" else True
        if status not in (200, 409) or (want is not None and want != go):
            wrong.append(f"step {step.get('step', 'given')} {step[kind]}: {status} {answer.decode()[:800]}")
    return wrong


def main(program, timeline):
    lines = pathlib.Path(timeline).read_text(encoding="utf-8").splitlines()
    head, *steps = [json.loads(line) for line in lines if line.strip()]
    given = [{key: value for key, value in step.items() if key != "step"} for step in head.get("given", [])]
    steps = given + steps
    people = sorted({step["by"] for step in steps if "by" in step} | {"producer"})
    began = next(times(head, steps)) - datetime.timedelta(minutes=1)
    with tempfile.TemporaryDirectory() as folder:
        hub = Hub(os.path.abspath(program), folder, head, people, began)
        try:
            wrong = play(hub, head, steps)
            entries = json.loads(hub.call("GET", f"entries?from={len(steps)}", "producer")[1])
            if entries["next"] != len(steps) + 1:
                wrong.append(f"the record ends at {entries['next']}, not {len(steps) + 1}")
            board = json.loads(hub.call("GET", "board", "producer")[1])
            open_at_the_end = [it["weapon"] for it in board["weapons"] if it["bearer"]]
            if head.get("expect", {}).get("go") and open_at_the_end:
                wrong.append(f"still in a hand: {open_at_the_end}")
        finally:
            code = hub.stop()
        if code != 0:
            wrong.append(f"the hub ended with {code}")
    print(f"{pathlib.Path(timeline).name}: {len(steps)} asks and reports, {len(wrong)} wrong")
    for line in wrong:
        print(" ", line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
