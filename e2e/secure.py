"""A hub with an authority of its own in a browser: what a phone is shown before it trusts it, and all
it is given from then on.

    python secure.py target/debug/proofhouse

The authority comes from the page that offers it, and into the store that Chromium reads.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Error, expect, sync_playwright

from person import Person
from set import authenticator, chromium, faults, hold

NAME = "set.test"
KNOWN_HERE = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"


def before_trust(browser, plain, secure):
    """Told how to trust it, and sent on to where it is not trusted; the certificate it was offered."""
    for place in (plain, secure):
        phone = Person(browser, place, "producer", "phone")
        try:
            phone.page.goto(f"{place}/board")
            hold(False, f"{place} shows a page that nobody said to trust")
        except Error as error:
            hold("ERR_CERT_AUTHORITY_INVALID" in error.message, f"another fault: {error.message}")
    phone = Person(browser, plain, "producer", "phone")
    phone.open("/trust")
    hold(not phone.page.evaluate("isSecureContext"), "a plain page is taken for a secure one")
    with phone.page.expect_download() as taken:
        phone.press("a[href$='proofhouse-ca.crt']")
    return Path(taken.value.path()).read_bytes()


def trust(home, certificate):
    """As somebody tells their device to."""
    store, file = Path(home) / ".pki/nssdb", Path(home) / "authority.crt"
    store.mkdir(parents=True)
    file.write_bytes(certificate)
    own = ["certutil", "-d", f"sql:{store}"]
    subprocess.run([*own, "-N", "--empty-password"], check=True)
    subprocess.run([*own, "-A", "-n", "hub", "-t", "C,,", "-i", file], check=True)


def after_trust(browser, secure, first):
    """A passkey, a camera and a key of the device."""
    phone = Person(browser, secure, "producer", "phone", permissions=["camera"])
    phone.comes_by(first)
    phone.takes_a_passkey()
    hold(phone.page.url == f"{secure}/board", f"the passkey leads to {phone.page.url}")
    hold(phone.page.evaluate("isSecureContext"), "a trusted page is not a secure one")
    seen = "navigator.mediaDevices.getUserMedia({ video: true }).then((it) => it.active)"
    hold(phone.page.evaluate(seen), "a trusted page gets no camera")
    made = """crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign"])
        .then((it) => it.privateKey.type)"""
    hold(phone.page.evaluate(made) == "private", "a trusted page gets no key")


def by_its_address(browser, secure):
    """Trusted too, but a passkey is for a name: none is offered."""
    phone = Person(browser, secure, "producer", "phone")
    phone.open("/sign-in")
    hold(phone.page.evaluate("isSecureContext"), "its address is not trusted")
    expect(phone.page.locator("form[data-passkey]")).to_be_hidden()


def addresses(hub):
    """What it prints as it begins, by the first word of each line."""
    said = {}
    for line in hub.stdout:
        word, rest = line.split(maxsplit=1)
        said[word] = rest.split()[0]
        if word == "first":
            return said
    raise SystemExit("the hub did not begin")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as home:
        def done(*args):
            return subprocess.run([program, *args], cwd=home, check=True, capture_output=True)

        done("found", "--record", "unit.db", "--unit", "main-unit", "--place", "us/us-ca",
             "--zone", "America/Los_Angeles", "--founder", "producer", "--person", "producer=producer")
        done("tls", "init", "--name", NAME, "--ip", "127.0.0.1")
        hub = subprocess.Popen([program, "serve", "--record", "unit.db", "--tls", "tls",
                                "--listen", "127.0.0.1:0"], cwd=home, stdout=subprocess.PIPE, text=True)
        try:
            said = addresses(hub)
            secure = said["secure"].rstrip(",")
            plain = secure.replace("https", "http")
            with sync_playwright() as tool:
                phone = {"env": {**os.environ, "HOME": home}}
                browser = chromium(tool, KNOWN_HERE, **phone)
                trust(home, before_trust(browser, plain, secure))
                browser.close()
                browser = chromium(tool, KNOWN_HERE, "--use-fake-device-for-media-stream", **phone)
                after_trust(browser, secure, said["first"])
                by_its_address(browser, said["serving"])
                browser.close()
        finally:
            hub.terminate()
            hub.wait()
    print(f"a hub was trusted by its own authority, and gave passkey and camera; {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
