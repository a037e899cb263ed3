"use strict";
// Passkeys, where the browser has them and the page is secure. Without this a PIN or a link does.
(() => {
  const form = document.querySelector("form[data-passkey]");
  // A passkey is for a name: there is none for a bare address.
  const named = !/^[\d.]+$|:/.test(location.hostname);
  if (!form || !named || !window.isSecureContext || !window.PublicKeyCredential) return;
  form.hidden = false;
  const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (it) => it.charCodeAt(0));
  const fresh = async () => {
    const told = await fetch("/passkey/challenge", { method: "POST" });
    if (!told.ok) throw new Error("no challenge");
    return bytes(await told.text());
  };
  const sign = async () => {
    const publicKey = { challenge: await fresh(), rpId: location.hostname, userVerification: "required" };
    const { id, response } = await navigator.credentials.get({ publicKey });
    return { id, client: text(response.clientDataJSON), data: text(response.authenticatorData), signature: text(response.signature) };
  };
  const make = async () => {
    const { user, name, known } = form.dataset;
    const publicKey = {
      challenge: await fresh(),
      rp: { id: location.hostname, name: "Proofhouse" },
      user: { id: bytes(user), name, displayName: name },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
      attestation: "none",
    };
    const { id, response } = await navigator.credentials.create({ publicKey });
    return { id, client: text(response.clientDataJSON), data: text(response.getAuthenticatorData()) };
  };
  form.addEventListener("submit", async (event) => {
    if (form.dataset.ready) return;
    event.preventDefault();
    event.stopPropagation();
    const wrong = form.querySelector("[data-wrong]");
    wrong.hidden = true;
    try {
      const sent = await (form.dataset.passkey === "make" ? make() : sign());
      for (const [name, value] of Object.entries(sent)) form.elements[name].value = value;
      form.dataset.ready = "yes";
      form.requestSubmit();
    } catch {
      wrong.hidden = false;
    }
  });
})();
