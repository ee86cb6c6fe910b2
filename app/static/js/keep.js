// Ways to keep the code: copy it, save it as a picture that is drawn here, print it. Nothing is sent anywhere.
// Without this file there are no such buttons, and the code is written down.
(() => {
  "use strict";
  const code = document.querySelector("#code");
  const where = document.querySelector("#code-where");
  const place = document.querySelector(".keep__done");
  if (!code) return;
  const parts = code.textContent.trim().split(/\s+/);
  const WIDE = 1080; // of the picture, in dots: sharp on a phone
  const HIGH = 680;

  const ways = {
    copy: navigator.clipboard && (() => navigator.clipboard.writeText(parts.join(" "))),
    picture: savePicture,
    print: () => window.print(),
  };

  for (const button of document.querySelectorAll("[data-keep]")) {
    const keep = ways[button.dataset.keep];
    button.hidden = !keep;
    button.addEventListener("click", async () => {
      try {
        await keep();
      } catch {
        return say(place.dataset.failed); // the browser does not allow it here
      }
      if (button.dataset.done) say(button.dataset.done);
    });
  }
  for (const part of document.querySelectorAll(".keep__ways, .keep__care")) part.hidden = false;

  function say(words) {
    if (place.textContent !== words) place.textContent = words;
  }

  async function savePicture() {
    const address = URL.createObjectURL(await drawn());
    const link = document.createElement("a");
    link.href = address;
    link.download = "picture.png"; // a name that says nothing
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  function drawn() {
    const canvas = document.createElement("canvas");
    canvas.width = WIDE;
    canvas.height = HIGH;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, WIDE, HIGH);
    pen.fillStyle = "#000000";
    pen.textAlign = "center";
    pen.direction = "ltr";
    pen.font = "bold 170px monospace";
    pen.fillText(parts.slice(0, 2).join(" "), WIDE / 2, 220, WIDE - 80);
    pen.fillText(parts.slice(2).join(" "), WIDE / 2, 420, WIDE - 80);
    pen.font = "44px sans-serif";
    pen.fillText(where.textContent.trim(), WIDE / 2, 580, WIDE - 80);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }
})();
