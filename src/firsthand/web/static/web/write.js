// The editor: sends each change as it is made, and underlines what the coach sees.
// Without this script the page is a form that keeps the whole text.
"use strict";

const form = document.querySelector("form.writing");
const box = form.querySelector("textarea");
const layer = form.querySelector(".marks");
const told = document.getElementById("told");
const behind = form.querySelector(".behind");
const store = `firsthand-draft-${form.dataset.draft}`;
const csrf = form.querySelector("[name=csrfmiddlewaretoken]").value;

const HOW = {
  insertFromPaste: "pasted",
  insertFromDrop: "pasted",
  insertFromYank: "pasted",
  insertFromPasteAsQuotation: "pasted",
  historyUndo: "restored",
  historyRedo: "restored",
  insertFromDictation: "dictated",
};
const PATIENCE = 8000; // milliseconds after which an answer is not waited for any more
const RETRY = [500, 1000, 2000, 4000, 8000, 15000];

let known = box.value; // the text as of the last edit
let version = Number(form.dataset.version);
let client = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
let sent = 0; // edits the desk has
let queue = []; // edits it has not
let busy = false;
let failures = 0;
let how = "typed";
let spans = JSON.parse(document.getElementById("spans").textContent);
const seen = new Set(spans.map((mark) => mark.key));

// ---- Edits -------------------------------------------------------------------------------

box.addEventListener("beforeinput", (event) => {
  how = HOW[event.inputType] ?? "typed";
});

box.addEventListener("input", (event) => {
  const edit = difference(known, box.value, HOW[event.inputType] ?? how);
  how = "typed";
  known = box.value;
  if (!edit) return;
  queue.push(edit);
  shift(edit);
  draw();
  grow();
  keep();
  told.textContent = form.dataset.writing;
  send();
});

// The one stretch in which two texts differ, its place counted in characters.
function difference(old, now, by) {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  if (inPair(old, start) || inPair(now, start)) start -= 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  if (inPair(old, old.length - end) || inPair(now, now.length - end)) end -= 1;
  const out = old.slice(start, old.length - end);
  const put = now.slice(start, now.length - end);
  return out || put ? { at: count(old.slice(0, start)), out, put, how: by } : null;
}

function inPair(text, place) {
  const unit = text.charCodeAt(place);
  return place > 0 && place < text.length && unit >= 0xdc00 && unit <= 0xdfff;
}

function count(text) {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}

async function send() {
  if (busy || !queue.length) return;
  busy = true;
  const edits = queue.slice(0, 1000);
  const body = JSON.stringify({ client, first: sent + 1, base: version, edits });
  try {
    const answer = await fetch(form.dataset.edits, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
      body,
      signal: AbortSignal.timeout?.(PATIENCE), // what is sent twice is kept once
    });
    if (answer.ok) {
      received(await answer.json(), edits.length);
    } else if (answer.status === 400 || answer.status === 409) {
      const said = await answer.json();
      behind.textContent = said.behind ?? said.refused;
      behind.hidden = false;
      return; // busy stays: nothing more is sent until the page is loaded again
    } else {
      throw new Error(String(answer.status));
    }
    failures = 0;
  } catch {
    told.textContent = form.dataset.waiting;
    const wait = RETRY[Math.min(failures, RETRY.length - 1)];
    failures += 1;
    setTimeout(release, wait);
    return;
  }
  release();
}

function release() {
  busy = false;
  send();
}

function received(said, number) {
  queue = queue.slice(number);
  sent += number;
  version = said.version;
  keep();
  if (queue.length) return; // the marks are of a text that is past
  told.textContent = form.dataset.saved;
  spans = said.spans;
  document.getElementById("below").innerHTML = said.below;
  beside(said.beside);
  draw();
}

// ---- What was not sent yet outlives the page ------------------------------------------------

function keep() {
  try {
    if (queue.length) {
      localStorage.setItem(store, JSON.stringify({ client, sent, version, queue }));
    } else {
      localStorage.removeItem(store);
    }
  } catch {
    // A browser that keeps nothing still sends.
  }
}

function resume() {
  let left;
  try {
    left = JSON.parse(localStorage.getItem(store));
  } catch {
    return;
  }
  if (!left?.queue?.length) return;
  let text = [...known];
  for (const { at, out, put } of left.queue) {
    if (text.slice(at, at + count(out)).join("") !== out) {
      localStorage.removeItem(store); // it arrived after all, or the draft went on elsewhere
      return;
    }
    text.splice(at, count(out), ...put);
  }
  ({ client, sent, queue } = left);
  box.value = known = text.join("");
  send();
}

// ---- Marks -----------------------------------------------------------------------------------

function shift({ at, out, put }) {
  const [gone, come] = [count(out), count(put)];
  const move = (place) => (place <= at ? place : Math.max(at, place - gone) + come);
  spans = spans.map((mark) => ({
    ...mark,
    spans: mark.spans.map(([start, end]) => [move(start), move(end)]),
  }));
}

const ORDER = ["praise", "advise", "warn", "stop"];

function draw() {
  const text = [...known];
  const levels = new Array(text.length).fill(-1);
  for (const mark of spans) {
    const level = ORDER.indexOf(mark.level);
    for (const [start, end] of mark.spans) {
      // What is about the whole text is said beside it, not drawn under every word.
      if (end - start >= text.length && text.length > 80) continue;
      for (let place = start; place < end; place += 1) {
        if (level > levels[place]) levels[place] = level;
      }
    }
  }
  const parts = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && levels[end] === levels[start]) end += 1;
    const words = text.slice(start, end).join("");
    if (levels[start] < 0) {
      parts.push(document.createTextNode(words));
    } else {
      const mark = document.createElement("mark");
      mark.className = ORDER[levels[start]];
      mark.textContent = words;
      parts.push(mark);
    }
    start = end;
  }
  parts.push(document.createTextNode("\u200b"));
  layer.replaceChildren(...parts);
}

// The newest mark opens; what somebody has opened stays open.
function beside(html) {
  const place = document.getElementById("beside");
  const open = new Set(
    [...place.querySelectorAll("details.mark[open]")].map((mark) => mark.dataset.key),
  );
  const focused = document.activeElement?.closest?.("details.mark")?.dataset.key;
  place.innerHTML = html;
  const fresh = [...place.querySelectorAll("details.mark")].filter(
    (mark) => !seen.has(mark.dataset.key),
  );
  for (const mark of fresh) seen.add(mark.dataset.key);
  if (fresh.length) {
    open.clear();
    open.add(fresh[0].dataset.key);
  }
  unfold(place, open);
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"] summary`)?.focus();
}

function unfold(place, open) {
  for (const mark of place.querySelectorAll("details.mark")) {
    mark.closest("details.quality").open = true;
    mark.open = open.has(mark.dataset.key);
  }
}

document.getElementById("beside").addEventListener("click", (event) => {
  const key = event.target.closest("[data-show]")?.dataset.show;
  const mark = spans.find((one) => one.key === key);
  if (!mark) return;
  const [start, end] = mark.spans[0];
  const text = [...known];
  box.focus();
  box.setSelectionRange(text.slice(0, start).join("").length, text.slice(0, end).join("").length);
});

// ---- The preview, one key away ------------------------------------------------------------------

document.querySelector("[data-panel]").addEventListener("click", async (event) => {
  const panel = document.getElementById("panel");
  event.preventDefault();
  if (panel.firstChild) {
    panel.replaceChildren();
    return;
  }
  const answer = await fetch(event.currentTarget.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  panel.replaceChildren(...page.querySelectorAll(".previews"));
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    document.querySelector("[data-panel]").click();
  }
});

// ---- The page as tall as the text ---------------------------------------------------------------

function grow() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}

addEventListener("online", release);
addEventListener("beforeunload", (event) => {
  if (queue.length && failures) event.preventDefault();
});
addEventListener("resize", grow);

resume();
draw();
grow();
unfold(document.getElementById("beside"), new Set(spans.slice(0, 1).map((mark) => mark.key)));
