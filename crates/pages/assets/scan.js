"use strict";
// The scanner: loaded when it is used, and not before. It reads codes off the camera, one after the
// other; the hub says what they name. Every text comes from the page.
(() => {
  const panel = document.querySelector("#scanner");
  const video = panel.querySelector("video");
  const told = panel.querySelector("[data-told]");
  const say = (what) => { told.textContent = panel.dataset[what] || what; };
  const felt = (what) => document.dispatchEvent(new CustomEvent("felt", { detail: what }));
  let camera = null, last = "", seenAt = 0, list = null;

  // ── what reads: the browser itself, or a worker of ours ──
  const native = async () => {
    if (!window.BarcodeDetector) return null;
    const can = await BarcodeDetector.getSupportedFormats().catch(() => []);
    const formats = ["qr_code", "data_matrix"].filter((it) => can.includes(it));
    if (!formats.length) return null;
    const detector = new BarcodeDetector({ formats });
    return async () => { const found = await detector.detect(video); return found.length ? found[0].rawValue : ""; };
  };
  const own = () => {
    const worker = new Worker("/assets/scan-worker.js");
    const canvas = document.createElement("canvas");
    const paper = canvas.getContext("2d", { willReadFrequently: true });
    return () => new Promise((done) => {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      paper.drawImage(video, 0, 0);
      worker.onmessage = (event) => done(event.data);
      worker.onerror = () => done("");
      worker.postMessage(paper.getImageData(0, 0, canvas.width, canvas.height));
    });
  };

  // ── what a code does: in a list of a form it ticks what it names, in a line its row; at the door
  // it is the badge, elsewhere it opens what it names ──
  const read = (page) => page.text().then((text) => new DOMParser().parseFromString(text, "text/html"));
  const named = (code, leads) => (code.split(leads)[1] || code).split(/[?#/]/)[0];
  const boxes = (at) => [...at.closest("fieldset").querySelectorAll(".choices input")];
  const word = (at, what, name) => {
    const says = (at.dataset[what] || what).replace("…", name || "");
    at.querySelector("[role=status]").textContent = says;
    told.textContent = says;
    at.querySelectorAll(".wrong, .wrong + .how").forEach((it) => it.remove());
  };
  const tick = (at, id) => {
    const box = boxes(at).find((it) => it.value === id);
    if (!box) return false;
    const what = box.checked ? "again" : "ticked";
    box.checked = true;
    felt(what === "again" ? what : "seen");
    word(at, what, box.closest("label").textContent.trim());
    return true;
  };
  // What the page does not know, a badge or who came since, the hub may; all that stands in the form stays.
  const ask = async (at, code) => {
    const form = at.closest("form");
    const body = new URLSearchParams(new FormData(form));
    body.set(at.querySelector("input").name, code);
    const page = await read(await fetch(form.getAttribute("action"), { method: "POST", body }));
    const fresh = page.querySelector(`[data-takes="${at.dataset.takes}"]`);
    const id = fresh.querySelector("[role=status]").dataset.took;
    if (!id) { felt("unknown"); word(at, `${fresh.querySelector(".wrong").textContent} ${code}`); return; }
    const has = (list) => boxes(list).find((it) => it.value === id);
    if (!has(at)) {
      const box = has(fresh);
      box.checked = false;
      at.closest("fieldset").querySelector(".choices").append(box.closest("label"));
    }
    tick(at, id);
  };
  const lost = (at) => { felt("unknown"); word(at, panel.dataset.lost); };
  const take = (at, code) => tick(at, named(code, at.dataset.leads)) || ask(at, code).catch(() => lost(at));
  document.addEventListener("submit", (event) => {
    const field = [...event.target.querySelectorAll("[data-takes] input")].find((it) => it.value.trim());
    if (!field) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    take(field.closest("[data-takes]"), field.value.trim());
    field.value = "";
    field.focus();
  }, true);
  const form = () => document.querySelector("form[data-form=line]");
  const ticked = (code) => {
    const id = decodeURIComponent((code.match(/\/weapon\/([^/?#]+)/) || ["", code])[1]);
    const row = [...form().querySelectorAll("li[data-weapon]")].find((it) => it.dataset.weapon === id);
    if (!row) return false;
    const box = row.querySelector(".pick input");
    if (!box.checked) box.click();
    row.scrollIntoView({ block: "center" });
    say(row.querySelector(".fact").textContent);
    const field = form().elements.scanned;
    if (field) field.value = id;
    return true;
  };
  const taken = async (code) => {
    const body = new URLSearchParams(new FormData(form()));
    body.set("code", code);
    body.set("more", "code");
    const page = await fetch("/line", { method: "POST", body }).catch(() => null);
    if (!page) { say("lost"); return; }
    const fresh = await read(page);
    const [old, next] = [form(), fresh.querySelector("form[data-form=line]")];
    if (!next) { say("lost"); return; }
    old.replaceWith(next);
    next.querySelectorAll("[data-scan]").forEach((it) => { it.hidden = false; });
    next.dispatchEvent(new Event("change", { bubbles: true }));
    const wrong = next.querySelector("#wrong-code");
    say(wrong ? wrong.textContent : code);
  };
  const field = () => document.querySelector("[data-takes-code]");
  const use = async (code) => {
    if (list) { await take(list, code); return; }
    felt("seen");
    // A badge at the door: its code is put where a scanner types it, and the PIN comes next.
    if (field()) {
      field().value = code;
      close();
      document.querySelector("input[name=pin]").focus();
      return;
    }
    if (!form()) { location.assign(`/scan?code=${encodeURIComponent(code)}`); return; }
    if (!ticked(code)) await taken(code);
  };

  // ── the camera ──
  const look = async (see) => {
    if (!camera) return;
    const code = video.videoWidth ? await see().catch(() => "") : "";
    const now = Date.now();
    // The same label stays in sight for a while: it counts once.
    if (code && (code !== last || now - seenAt > 3000)) { last = code; await use(code); }
    if (code) seenAt = now;
    setTimeout(look, 120, see);
  };
  const close = () => {
    if (camera) camera.getTracks().forEach((track) => track.stop());
    camera = null;
    panel.hidden = true;
  };
  const open = async () => {
    panel.hidden = false;
    panel.querySelector("button").focus();
    if (!window.isSecureContext || !navigator.mediaDevices) {
      say("insecure");
      const trust = panel.querySelector("[data-trust]");
      trust.href = "/trust";
      trust.hidden = false;
      return;
    }
    const wanted = { video: { facingMode: "environment", width: { ideal: 1280 } } };
    camera = await navigator.mediaDevices.getUserMedia(wanted).catch(() => null);
    if (!camera) { say("nocamera"); return; }
    say("look");
    video.srcObject = camera;
    await video.play().catch(() => {});
    look((await native()) || own());
  };
  panel.querySelector("[data-close]").addEventListener("click", close);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-scan]");
    if (!button) return;
    list = button.closest("[data-takes]");
    open();
  });
})();
