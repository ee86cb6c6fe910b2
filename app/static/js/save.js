// “Save for later”: nothing is kept on the phone until the button is pressed, and a button takes all of it away.
(() => {
  "use strict";
  const saving = document.querySelector("#saving");
  const { worker, place } = saving.dataset;
  const said = saving.querySelector("[role=status]");
  const workers = navigator.serviceWorker;
  if (!workers) return; // as in some private windows: the page says what else can be done

  saving.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    button.disabled = true;
    const isSaving = button.hasAttribute("data-save");
    said.textContent = isSaving ? said.dataset.saving : "";
    try {
      await (isSaving ? save() : remove());
      said.textContent = isSaving ? said.dataset.saved : said.dataset.removed;
    } catch (error) {
      await remove();
      said.textContent = said.dataset.failed;
      console.info(error);
    }
    button.disabled = false;
    show(await isSaved());
    saving.querySelector("button:not([hidden] *)").focus();
  });

  async function save() {
    const { installing, waiting, active } = await workers.register(worker, { scope: place });
    const its = installing ?? waiting ?? active;
    await new Promise((done, failed) => {
      const look = () => (its.state === "activated" ? done() : its.state === "redundant" && failed(its.state));
      its.addEventListener("statechange", look);
      look();
    });
  }

  async function remove() {
    await Promise.all((await workers.getRegistrations()).map((one) => one.unregister()));
    await Promise.all((await caches.keys()).map((one) => caches.delete(one)));
  }

  async function isSaved() {
    return Boolean((await workers.getRegistration(place))?.active);
  }

  function show(saved) {
    for (const part of saving.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== (saved ? "saved" : "not-saved");
  }

  isSaved().then(show);
})();
