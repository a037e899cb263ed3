#!/usr/bin/env python3
"""Cameras in a browser: a label of the served demo before a fake one, and a photo from a real one.

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
    page.set_viewport_size(CAMERA)
    page.goto(f"{place}/labels?of=weapons")
    codes = page.evaluate("""() => [...document.querySelectorAll("li.label")].map(it => [
        it.querySelector(".address").textContent.split("/weapon/")[1], it.querySelector("svg").outerHTML])""")
    # The pages' own policy would forbid what is drawn here.
    page.goto("about:blank")
    for weapon, code in codes:
        page.set_content(
            f'<body style="margin:0;background:#fff"><div style="width:400px;margin:40px 120px">{code}</div>')
        yield weapon, page.screenshot(type="jpeg", quality=95)


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
        camera.sees(dict(labels(page, place))["hero-one"])
        typed(plain, place)
        filed(plain, place, Path(folder))
        plain.close()
        seeing = chromium(tool, *camera.args())
        scanned(seeing, place)
        badge(seeing, place)
        seeing.close()
    print(f"a label before the camera, and a photo filed: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
