// Small helps; every page works without them.
"use strict";

// What is wrong with a form is read out and reached first.
document.querySelector(".errors")?.focus();

// "/" goes to the search field, as long as nobody is typing.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector("input[type=search]");
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
});

// The sheet of the bar, and other small folds, close with Escape and by touching elsewhere.
const folds = "details.more[open], details.leaders[open]";
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const fold of document.querySelectorAll(folds)) {
    fold.open = false;
    fold.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const fold of document.querySelectorAll(folds)) {
    if (!fold.contains(event.target)) fold.open = false;
  }
});

// A request that failed says so instead of leaving the page as if nothing had been asked.
document.addEventListener("htmx:responseError", (event) => tell(event.detail.xhr.responseText));
document.addEventListener("htmx:sendError", () => tell(""));

function tell(text) {
  const notices = document.getElementById("notices");
  if (!notices) return;
  const notice = document.createElement("div");
  notice.className = "notice error-notice";
  notice.textContent = text && !text.includes("<") ? text : notices.dataset.failed;
  notices.replaceChildren(notice);
}
