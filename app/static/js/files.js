// Adding files: what is too much is said before it is sent, and what is sent shows how far it has come.
// Without this file the form is sent as any other.
(() => {
  "use strict";
  const form = document.querySelector("form[data-files]");
  if (!form) return;
  const chooser = form.querySelector("input[type=file]");
  const wrong = form.querySelector("#files-error");
  const notReached = form.querySelector("#not-reached");
  const uploading = form.querySelector("[data-uploading]");
  const bar = uploading.querySelector("progress");
  const said = uploading.querySelector("[role=status]");
  let request;

  function look() {
    const files = [...(chooser?.files ?? [])];
    const room = Number(form.dataset.most) - form.querySelectorAll("[name=remove]").length;
    let words = "";
    if (files.length > room) words = wrong.dataset.tooMany;
    if (files.some((file) => file.size > Number(form.dataset.mostBytes))) words = wrong.dataset.tooBig;
    if (wrong) {
      wrong.textContent = words;
      wrong.hidden = !words;
    }
    chooser?.closest(".field").classList.toggle("field--wrong", Boolean(words));
    return !words;
  }

  chooser?.addEventListener("change", look);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (request) return; // on its way already
    const pressed = event.submitter;
    const takesOut = pressed?.name === "remove";
    if (!takesOut && !look()) return chooser.focus();
    const data = new FormData(form);
    if (takesOut) data.delete("files");
    else if (form.voice) data.append("files", form.voice, "voice"); // from voice.js
    if (pressed?.name) data.append(pressed.name, pressed.value);
    send(data, !takesOut && (chooser?.files.length || form.voice));
  });

  function send(data, isLarge) {
    request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", ({ loaded, total }) => (bar.value = total ? (100 * loaded) / total : 0));
    request.addEventListener("load", arrived);
    request.addEventListener("error", lost);
    request.addEventListener("abort", lost);
    notReached.hidden = true;
    if (isLarge) {
      uploading.hidden = false;
      requestAnimationFrame(() => (said.textContent = said.dataset.words)); // into a place that is there, so that it is read out
    }
    request.send(data);
  }

  function arrived() {
    if (request.status >= 400) return lost();
    location.replace(request.responseURL); // the page it was sent on to, in the place of this one
  }

  function lost() {
    request = undefined;
    uploading.hidden = true;
    said.textContent = "";
    bar.value = 0;
    notReached.hidden = false;
  }
})();
