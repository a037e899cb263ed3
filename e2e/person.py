"""Somebody in a browser: a device of their own, what is open on it, and how they come in."""

from playwright.sync_api import expect

from set import DESK, PHONE, authenticator, go, hold

DEVICES = {
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
    "desk": {"viewport": DESK},
}
PIN = "482916"
# Milliseconds: the longest that anything is waited for, on a machine that has much else to do.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


class Person:
    """Somebody, with one device and one page on it."""

    def __init__(self, browser, place, who, size, **how):
        self.place, self.who, self.size = place, who, size
        # By which means whoever is signed in answers; a link is given to one person, as a badge is.
        self.means = "badge"
        self.context = browser.new_context(**DEVICES[size], **how)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: hold(False, f"{who}: {self.page.url}: {error}"))

    def open(self, path):
        go(self.page, path if path.startswith("http") else f"{self.place}{path}")

    def press(self, what):
        it = self.page.locator(what).first
        it.tap() if self.size == "phone" else it.click()

    def follow(self, what):
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.press(what)

    def unfold(self, field):
        """Opens what a field is folded away in."""
        folded = f"details:not([open]):has([name='{field}']) > summary"
        if self.page.locator(folded).count():
            self.press(folded)

    # ── coming in ──

    def invite(self, guest):
        """By the link that the people page shows once."""
        self.open("/people")
        self.page.select_option("select[name=person]", guest.who)
        self.follow("form[action='/people/invite'] button")
        guest.comes_by(self.page.inner_text(".letters"))

    def comes_by(self, link):
        self.open(link)
        self.follow("main form button")
        expect(self.page.locator("form[action='/out']")).to_have_count(1)

    def also_on(self, other):
        """Lets oneself in on another device."""
        self.open("/mine")
        if self.page.locator("#now-link").count():
            self.page.fill("#now-link", PIN)
        self.follow("form[action='/mine/link'] button")
        other.comes_by(self.page.inner_text(".letters"))

    def sign_out(self):
        self.open("/mine")
        self.follow("form[action='/out'] button")

    def takes_a_passkey(self):
        """Makes one, signs out, and comes in with it."""
        authenticator(self.page)
        self.open("/mine")
        self.follow("form[data-passkey=make] button")
        self.sign_out()
        self.press("form[data-passkey=sign] button")
        self.page.wait_for_url("**/board")
        self.means = "passkey"

    def takes_a_pin(self):
        """Sets one, signs out, and comes in with it."""
        self.sets_a_pin()
        self.sign_out()
        self.page.fill("input[name=person]", self.who)
        self.signs_in()

    def takes_a_badge(self):
        """The same by a badge, which is nothing without its PIN."""
        self.sets_a_pin()
        self.follow("form[action='/mine/badge'] button")
        code = self.page.inner_text(".letters")
        self.sign_out()
        self.unfold("badge")
        self.page.fill("input[name=badge]", code)
        self.signs_in()

    def sets_a_pin(self):
        self.open("/mine")
        for field in ("pin", "again"):
            self.page.fill(f"input[name={field}]", PIN)
        self.follow("form[action='/mine/pin'] button")

    def signs_in(self):
        self.page.fill("input[name=pin]", PIN)
        self.page.check("input[name=mine]")
        self.follow("form[action='/sign-in'] button[type=submit]")
        hold(self.page.url.endswith("/board"), f"{self.who} does not come in")
        self.means = "pin"
