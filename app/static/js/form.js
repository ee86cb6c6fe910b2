// The questions, with htmx: where the reader is after each, and what to say when the site cannot be reached.
// Without this file, or without htmx, each question is a plain page.
const notReached = () => document.querySelector("#not-reached");
const isQuiet = ({ detail }) => detail.ctx?.sourceElement?.matches("textarea"); // kept while it is written: js/writing.js

document.addEventListener("htmx:after:swap", (event) => {
  if (isQuiet(event)) return;
  if (document.querySelector("#form .errors[autofocus]")) return; // htmx has put the reader there
  const heading = document.querySelector("#form h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
});

document.addEventListener("htmx:before:request", (event) => isQuiet(event) || notReached()?.setAttribute("hidden", ""));

const sayNotReached = (event) => isQuiet(event) || notReached()?.removeAttribute("hidden");
document.addEventListener("htmx:error", sayNotReached);
document.addEventListener("htmx:response:error", (event) => {
  if (event.detail.ctx.response.status !== 422) sayNotReached(event);
});
