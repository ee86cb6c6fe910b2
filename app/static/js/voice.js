// A voice message, recorded in the page: up to three minutes, listened to before it is added. Nothing is kept by the
// browser. Without this file, or where the browser cannot record, a sound can be chosen as a file.
(() => {
  "use strict";
  const place = document.querySelector("[data-voice]");
  if (!place || !window.MediaRecorder || !navigator.mediaDevices?.getUserMedia) return;
  const form = place.closest("form");
  const [record, stop, again] = ["record", "stop", "again"].map((name) => place.querySelector(`[data-${name}]`));
  const said = place.querySelector("[data-said]");
  const clock = place.querySelector("[data-clock]");
  const player = place.querySelector("audio");
  const longest = Number(place.dataset.longest);
  let recorder, ticking, began;

  place.hidden = false;
  record.addEventListener("click", begin);
  stop.addEventListener("click", () => finish(place.dataset.ready));
  again.addEventListener("click", throwAway);

  async function begin() {
    let stream;
    record.disabled = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      said.textContent = place.dataset.refused; // no microphone, or it was not allowed
      return;
    } finally {
      record.disabled = false;
    }
    const parts = [];
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32000 });
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      keep(new Blob(parts, { type: recorder.mimeType }));
    });
    recorder.start();
    began = performance.now();
    ticking = setInterval(tick, 250);
    show({ recording: true });
    said.textContent = place.dataset.recording;
    stop.focus();
    tick();
  }

  function tick() {
    const seconds = Math.floor((performance.now() - began) / 1000);
    if (seconds >= longest) return finish(place.dataset.ended);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} ${place.dataset.of}`;
  }

  function finish(words) {
    if (recorder?.state !== "recording") return;
    clearInterval(ticking);
    recorder.stop();
    said.textContent = words;
  }

  function keep(voice) {
    form.voice = voice; // js/files.js sends it along
    player.src = URL.createObjectURL(voice);
    show({ ready: true });
    again.focus();
  }

  function throwAway() {
    URL.revokeObjectURL(player.src);
    player.removeAttribute("src");
    form.voice = undefined;
    said.textContent = "";
    show({});
    record.focus();
  }

  function show({ recording = false, ready = false }) {
    record.hidden = recording || ready;
    stop.hidden = !recording;
    clock.hidden = !recording;
    again.hidden = player.hidden = !ready;
  }

  // Carry on, pressed in the middle of a recording, takes what has been said along.
  form.addEventListener("submit", (event) => {
    if (recorder?.state !== "recording") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    recorder.addEventListener("stop", () => form.requestSubmit(event.submitter));
    finish(place.dataset.ready);
  }, { capture: true });
})();
