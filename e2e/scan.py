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
from set import PHONE, come_in, faults, hold

CAMERA = {"width": 640, "height": 480}
ARGS = ["--no-sandbox", "--disable-quic"]


def chromium(tool, *more):
    return tool.chromium.launch(executable_path="/usr/bin/chromium", args=[*ARGS, *more])


def filmed(browser, place, folder):
    """A label as a camera sees it: a film of one picture."""
    page = browser.new_page(viewport=CAMERA)
    come_in(page, place, "armorer")
    page.goto(f"{place}/labels?of=weapons")
    code = page.locator("li.label", has_text="Hero One").locator("svg").first.inner_html()
    box = page.locator("li.label svg").first.get_attribute("viewBox")
    page.set_content(
        f'<body style="margin:0;background:#fff"><svg viewBox="{box}" width="400" height="400"'
        f' style="margin:40px 120px">{code}</svg></body>')
    film = folder / "label.mjpeg"
    film.write_bytes(page.screenshot(type="jpeg", quality=95))
    page.close()
    return film


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
        plain = chromium(tool)
        film = filmed(plain, place, Path(folder))
        typed(plain, place)
        filed(plain, place, Path(folder))
        plain.close()
        seeing = chromium(
            tool, "--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={film}")
        scanned(seeing, place)
        badge(seeing, place)
        seeing.close()
    print(f"a label before the camera, and a photo filed: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
