// When htmx cannot do it, the browser does: the same form is sent, or the same link followed, the plain way.
// When there is no signal, the page and the words in it stay as they are, and we say so.
(() => {
  "use strict";
  const SHOWN_BY_HTMX = 422; // the form again, with what to mend

  document.addEventListener("htmx:response:error", (event) => {
    const { sourceElement: source, response, request } = event.detail.ctx;
    if (response.status === SHOWN_BY_HTMX) return;
    if (source.matches("form")) send(source, request.submitter);
    else if (source.matches("a[href]")) location.assign(source.href);
  });

  document.addEventListener("htmx:error", (event) => {
    const form = event.detail.ctx?.sourceElement.closest("form");
    const notice = form?.querySelector("[data-no-signal]");
    if (notice) notice.hidden = false;
  });

  document.addEventListener("htmx:before:request", (event) => {
    const notice = event.detail.ctx.sourceElement.querySelector("[data-no-signal]");
    if (notice) notice.hidden = true;
  });

  function send(form, submitter) {
    if (submitter?.name) {
      const pressed = document.createElement("input");
      pressed.type = "hidden";
      pressed.name = submitter.name;
      pressed.value = submitter.value;
      form.append(pressed);
    }
    form.submit();
  }
})();
