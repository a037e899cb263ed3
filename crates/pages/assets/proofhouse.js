"use strict";
// Pages read without this. It keeps what is shown true: the clock, the hub, stops; and it makes the
// answer felt and heard. Every text comes from the page.
(() => {
  const root = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);
  const rolling = () => root.dataset.look === "rolling";
  const on = (what) => localStorage.getItem(what) !== "off";

  // ── time: the hub's clock, in the set's zone ──
  const ahead = Number(root.dataset.now || Date.now()) - Date.now();
  const now = () => Date.now() + ahead;
  const zone = root.dataset.zone;
  const clock = zone && new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const two = (n) => String(n).padStart(2, "0");
  const tick = () => {
    if (clock && root.dataset.hub !== "lost") all("[data-clock]").forEach((it) => { it.textContent = clock.format(now()); });
    all("[data-since]").forEach((it) => {
      const s = Math.max(0, Math.floor((now() - Date.parse(it.dataset.since)) / 1000));
      it.textContent = `${Math.floor(s / 60)}:${two(s % 60)}`;
    });
  };
  if (!root.dataset.frozen) setInterval(tick, 1000);

  // ── felt and heard; the screen never depends on either ──
  const felt = { again: [30, 100, 30], unknown: [250], go: [400], no: [100, 80, 100, 80, 100], hold: [250, 250, 250], stop: [700, 200, 700, 200, 700], seen: [30], lost: [150, 600, 150] };
  const heard = { seen: [[500, 500, 0.04]], again: [[500, 500, 0.04], [500, 500, 0.04]], unknown: [[300, 150, 0.25]], go: [[330, 440, 0.3]], no: [[160, 160, 0.12], [160, 160, 0.12]], stop: [[620, 620, 0.5], [440, 440, 0.5], [620, 620, 0.5], [440, 440, 0.5]], lost: [[420, 210, 0.5]] };
  const tell = (what) => {
    if (on("vibration") && navigator.vibrate) navigator.vibrate(felt[what] || []);
    const Sound = window.AudioContext;
    if (!on("sound") || rolling() || !Sound || !heard[what]) return;
    const context = new Sound();
    let at = context.currentTime;
    for (const [from, to, long] of heard[what]) {
      const tone = context.createOscillator();
      tone.frequency.setValueAtTime(from, at);
      tone.frequency.linearRampToValueAtTime(to, at + long);
      tone.connect(context.destination);
      tone.start(at);
      tone.stop(at + long);
      at += long + 0.1;
    }
  };
  document.addEventListener("felt", (event) => tell(event.detail));
  const answer = document.querySelector("[data-answer]");
  if (answer) tell(answer.dataset.answer);

  // ── the hub: what it writes is shown; without it nothing is green ──
  const lost = () => {
    if (root.dataset.hub === "lost") return;
    root.dataset.hub = "lost";
    const since = clock ? clock.format(now()) : "";
    all("[data-hub]").forEach((it) => { if (it !== root) it.textContent = `${root.dataset.lost || ""} ${since}`; });
    const says = document.querySelector("#lost");
    if (says) { says.textContent = says.textContent.replace("…", since); says.hidden = false; }
    tell("lost");
  };
  const refresh = async () => {
    const page = await fetch(location.href, { headers: { accept: "text/html", live: "yes" } }).catch(() => null);
    // Signed out, or unused for too long: the page that says so stands there.
    if (page && page.status === 401) location.reload();
    if (!page || !page.ok) return;
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const [old, main] = [document.querySelector("main"), fresh.querySelector("main")];
    if (!old || !main) return;
    const focused = document.activeElement && document.activeElement.id;
    old.replaceWith(main);
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
    if (fresh.documentElement.dataset.last) root.dataset.last = fresh.documentElement.dataset.last;
  };
  const stopped = (report) => {
    if (report && report.report === "stop" && location.pathname !== "/stop") {
      tell("stop");
      root.dataset.stopped = "yes";
      const cut = document.querySelector("#stopped");
      if (cut) cut.hidden = false;
    }
  };
  // An ask that waits is looked at with each entry, and again and again, until it is answered.
  let waits = 0;
  const answered = async () => {
    clearTimeout(waits);
    const page = await fetch(location.href, { headers: { live: "yes" } }).catch(() => null);
    const text = page && page.ok ? await page.text() : "";
    clearTimeout(waits);
    if (text && !text.includes("data-poll")) location.reload(); else waits = setTimeout(answered, 700);
  };
  const follow = () => {
    const unit = root.dataset.unit;
    if (!unit) return;
    const lines = new EventSource(`/api/v1/units/${unit}/now?from=${Number(root.dataset.last || 0) + 1}`);
    // A line that breaks, or says nothing for much longer than it may, is a lost hub until it speaks.
    let silence = 0, broken = false;
    const quiet = (most) => { clearTimeout(silence); silence = setTimeout(lost, most); };
    const heard = () => {
      if (root.dataset.hub === "lost") return location.reload();
      broken = false;
      quiet(8000);
    };
    lines.onopen = heard;
    lines.addEventListener("alive", heard);
    lines.onerror = () => {
      // It comes back by itself, again and again: only the first break counts.
      if (!broken) quiet(2000);
      broken = true;
      if (lines.readyState === EventSource.CLOSED) { refresh(); setTimeout(follow, 3000); }
    };
    // What somebody is filling in is never taken from under the thumb: it is told that it is old.
    const anew = () => { if (document.querySelector("main[data-live]")) refresh(); };
    lines.addEventListener("entry", (event) => {
      heard();
      const entry = JSON.parse(event.data);
      stopped(entry.what);
      anew();
      if (document.querySelector("[data-poll]")) answered();
    });
    lines.addEventListener("waits", () => { heard(); anew(); });
    lines.addEventListener("not_yet_recorded", (event) => stopped(JSON.parse(event.data).what));
  };
  follow();

  // ── the wall: on to what did not fit; without the hub what stands there stays ──
  if (root.dataset.next) setInterval(() => { if (root.dataset.hub !== "lost") location.replace(root.dataset.next); }, 10000);

  if (document.querySelector("[data-poll]")) waits = setTimeout(answered, 700);

  // ── forms: a second tap does nothing twice; long work says so ──
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    const began = Date.now();
    const told = form.querySelector("[data-asking]");
    const count = setInterval(() => {
      const s = Math.round((Date.now() - began) / 1000);
      if (told && s >= 1) { told.hidden = false; told.querySelector("[data-seconds]").textContent = s; }
    }, 250);
    addEventListener("pageshow", () => { clearInterval(count); delete form.dataset.sent; }, { once: true });
  });

  // ── the check: what is left to see ──
  const check = document.querySelector("form[data-form=check]");
  if (check) {
    const boxes = check.querySelectorAll(".tap input");
    const left = check.querySelector("[data-seen]");
    const say = () => { if (left) left.textContent = `${[...boxes].filter((box) => box.checked).length} / ${boxes.length}`; };
    check.addEventListener("change", (event) => { if (event.target.checked) tell("seen"); say(); });
    say();
  }

  // ── a line: how many take part ──
  const count = () => {
    const n = all(".pick input:checked").length;
    all("[data-count]").forEach((it) => { it.textContent = n; });
  };
  if (document.querySelector(".pick")) count();
  document.addEventListener("change", (event) => {
    if (event.target.matches(".pick input:checked")) tell("seen");
    if (document.querySelector("form[data-form=line]")) count();
  });

  // ── a line: what differs for a weapon is told on its fold, closed too ──
  const filled = (it) => {
    if (it.type === "checkbox") return it.checked && it.nextElementSibling.textContent;
    return it.value.trim() && (it.selectedOptions ? it.selectedOptions[0].text : it.value.trim());
  };
  const differs = (own) => {
    const says = [...own.querySelectorAll(".said")].map((said) => {
      const values = [...said.closest("label, fieldset").querySelectorAll("input, select")].map(filled).filter(Boolean);
      return values.length && `${said.firstChild.data}: ${values.join(", ")}`;
    });
    own.querySelector("b").textContent = says.filter(Boolean).join("; ");
  };
  addEventListener("pageshow", () => all("details.own").forEach(differs));
  document.addEventListener("change", (event) => {
    const own = event.target.closest("details.own");
    if (own) differs(own);
  });

  // ── the scanner: loaded when it is used ──
  all("[data-scan]").forEach((it) => { it.hidden = false; });
  const scanner = (then) => {
    if (document.querySelector("script[data-scanner]")) return;
    const script = document.createElement("script");
    script.src = "/assets/scan.js";
    script.dataset.scanner = "";
    script.onload = () => { script.dataset.scanner = "ready"; if (then) then(); };
    document.head.append(script);
  };
  const typed = (at) => { if (at.closest("[data-takes] input")) scanner(); };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-scan]");
    if (button) scanner(() => button.click());
  });
  document.addEventListener("focusin", (event) => typed(event.target));
  typed(document.activeElement);
})();
