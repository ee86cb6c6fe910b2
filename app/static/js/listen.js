// “Listen” reads the words aloud, only with a voice that is on the device: nothing is sent anywhere.
// Without this file, without such a voice in the language of the words, there is no button.
(() => {
  "use strict";
  const speech = window.speechSynthesis;
  if (!speech) return;
  let speaking = null; // the button that was pressed

  function offer() {
    for (const button of document.querySelectorAll("[data-listen]")) button.hidden = !voiceFor(languageOf(button));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen]");
    if (!button) return;
    const again = button === speaking;
    stop();
    if (!again) speak(button);
  });

  function speak(button) {
    const article = button.closest("article");
    const aloud = new SpeechSynthesisUtterance(`${article.querySelector(".about__title").innerText}. ${article.querySelector(".about__words").innerText}`);
    aloud.lang = languageOf(button);
    aloud.voice = voiceFor(aloud.lang);
    aloud.rate = 0.9;
    aloud.onend = () => speaking === button && stop();
    speech.speak(aloud);
    speaking = button;
    button.setAttribute("aria-pressed", "true");
  }

  function stop() {
    speaking?.setAttribute("aria-pressed", "false");
    speaking = null;
    speech.cancel();
  }

  function voiceFor(tag) {
    const wanted = tag.toLowerCase();
    const fits = speech.getVoices().filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === wanted.split("-")[0]);
    return fits.find((voice) => voice.lang.toLowerCase().replace("_", "-") === wanted) ?? fits[0] ?? null;
  }

  function languageOf(element) {
    return element.closest("[lang]").lang;
  }

  offer();
  speech.addEventListener?.("voiceschanged", offer);
  document.addEventListener("htmx:after:swap", offer);
  document.addEventListener("close", stop, true); // of the pop-up
  window.addEventListener("pagehide", stop);
})();
