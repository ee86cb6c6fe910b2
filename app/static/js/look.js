// How the site looks, changed at once and on the same page: nothing that was typed is lost.
// Without this file the form below is a plain one (and is left out where somebody may be writing).
(() => {
  "use strict";
  const form = document.querySelector("form.look");
  if (!form) return;
  const root = document.documentElement;
  form.closest("details").hidden = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  form.addEventListener("change", send);

  async function send() {
    const chosen = new FormData(form);
    for (const name of ["colours", "text"]) {
      if (chosen.get(name)) root.dataset[name] = chosen.get(name);
      else delete root.dataset[name];
    }
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(chosen), redirect: "manual" }).catch(() => null);
    form.querySelector("[role=status]").textContent = answer ? form.dataset.kept : form.dataset.notKept;
  }
})();
