// Passkeys at the desk. A form marked data-passkey="get" or "create" is shown where the browser can do it, asks its
// own address for the question, has the passkey answer, and sends the answer like any other form.
(() => {
  "use strict";
  const can = window.PublicKeyCredential;
  const reads = { get: "parseRequestOptionsFromJSON", create: "parseCreationOptionsFromJSON" };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const how = form.dataset.passkey;
    if (!can?.[reads[how]] || form.dataset.origin !== location.origin) continue;
    form.closest("[data-passkey-part]").hidden = false;
    form.addEventListener("submit", (event) => {
      if (form.elements.answer.value) return;
      event.preventDefault();
      ask(form, how);
    });
  }

  async function ask(form, how) {
    const said = form.querySelector("[role=status]");
    said.textContent = "";
    try {
      const question = await fetch(form.action, { redirect: "error", cache: "no-store" });
      if (!question.ok) throw new Error(String(question.status));
      const publicKey = can[reads[how]](await question.json());
      const answer = await navigator.credentials[how]({ publicKey });
      form.elements.answer.value = JSON.stringify(answer.toJSON());
      form.requestSubmit();
    } catch {
      said.textContent = form.dataset.failed; // broken off, refused, or no passkey here
    }
  }
})();
