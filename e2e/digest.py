"""The weekly digest in a browser: a real Chromium, the served program, and a mail server that keeps
what it is given.

    python digest.py target/debug/proofhouse

Signs up with an address that is none, then with one that is; confirms by the letter; gets the digest;
ends it with one click, and gets nothing more.
"""

import email
import email.policy
import queue
import re
import socketserver
import subprocess
import sys
import tempfile
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from set import PHONE, chromium, faults, hold

ADDRESS = "armorer@set.example"
letters = queue.Queue()


class Mail(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as it takes to be given a letter."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        data = None
        for line in self.rfile:
            if data is not None and line != b".\r\n":
                data.append(line)
                continue
            if data is not None:
                letters.put(email.message_from_bytes(b"".join(data), policy=email.policy.default))
                data, answer = None, b"250 kept\r\n"
            elif line.startswith(b"DATA"):
                data, answer = [], b"354 go\r\n"
            else:
                answer = b"250 ok\r\n"
            self.wfile.write(answer)
            if line.startswith(b"QUIT"):
                return


def said(letter):
    return letter.get_body(("plain",)).get_content()


def looked_at(page, name):
    for it in Axe().run(page).response["violations"]:
        hold(False, f"{name}: axe {it['id']}: {it['nodes'][0]['html'][:140]}")


def signed_up(page, place):
    """A form that is wrong is told beside its fields, and keeps what was typed."""
    page.goto(f"{place}/menu")
    page.click("a[href='/digest']")
    hold(page.locator("input:checked").count() == 0, "something is ticked that nobody ticked")
    looked_at(page, "digest")
    page.fill("input[name=address]", "armorer@set")
    page.click("main button[type=submit]")
    expect(page.locator("#wrong-address")).to_be_visible()
    expect(page.locator("#wrong-week")).to_be_visible()
    hold(page.input_value("input[name=address]") == "armorer@set", "what was typed is lost")
    looked_at(page, "digest, wrong")
    page.fill("input[name=address]", ADDRESS)
    page.check("input[name=week]")
    page.click("main button[type=submit]")
    expect(page.get_by_text(ADDRESS)).to_be_visible()
    return letters.get(timeout=60)


def main():
    program = sys.argv[1]
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    mail = ["--smtp", f"127.0.0.1:{server.server_address[1]}", "--smtp-security", "none",
            "--mail-from", "Main unit <hub@set.example>", "--mail-links", "https://hub.example"]
    with tempfile.TemporaryDirectory() as folder:
        record = ["--record", f"{folder}/unit.db"]

        def done(*args):
            return subprocess.run([program, *args, *record], check=True, capture_output=True, text=True).stdout

        done("found", "--unit", "main-unit", "--place", "us/us-ca", "--zone", "America/Los_Angeles",
             "--founder", "producer", "--person", "producer=producer", "--person", "armorer=armorer")
        secret = done("token", "new", "--person", "armorer").split()[-1]
        hub = subprocess.Popen([program, "serve", *record, "--listen", "127.0.0.1:0", *mail],
                               stdout=subprocess.PIPE, text=True)
        try:
            place = next(line for line in hub.stdout if line.startswith("serving")).split()[-1]
            with sync_playwright() as tool:
                browser = chromium(tool)
                token = {"Authorization": f"Bearer {secret}"}
                page = browser.new_context(viewport=PHONE, bypass_csp=True, extra_http_headers=token).new_page()
                asked = signed_up(page, place)
                link = re.search(r"https://hub\.example(/digest/confirm/\w+)", said(asked)).group(1)
                stranger = browser.new_context(viewport=PHONE, bypass_csp=True).new_page()
                stranger.goto(f"{place}{link}")
                looked_at(stranger, "confirm")
                stranger.click("main button[type=submit]")
                expect(stranger.locator("h1")).to_have_text("Confirmed")
                done("digest", "send", "--now", *mail)
                digest = letters.get(timeout=60)
                hold(digest["to"] == ADDRESS, f"the digest went to {digest['to']}")
                hold("Nothing was refused." in said(digest), "the digest does not say what was")
                html = digest.get_body(("html",)).get_content()
                stranger.set_content(html)
                looked_at(stranger, "the digest itself")
                leave = re.search(r"https://hub\.example(/digest/leave/\w+)", digest["list-unsubscribe"]).group(1)
                hold(digest["list-unsubscribe-post"] == "List-Unsubscribe=One-Click", "no one click")
                gone = tool.request.new_context().post(f"{place}{leave}", form={"List-Unsubscribe": "One-Click"})
                hold(gone.ok, "one click does not end it")
                done("digest", "send", "--now", *mail)
                hold(letters.empty(), "something was sent after it was ended")
                browser.close()
        finally:
            hub.terminate()
            hub.wait()
    print(f"a digest was signed up for, confirmed, sent and ended; {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
