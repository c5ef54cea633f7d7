// Sending an archive: dropped anywhere on its field, with the share that has arrived.
"use strict";

const form = document.getElementById("upload");
const zone = form.querySelector(".drop");
const field = form.querySelector("input[type=file]");
const sending = form.querySelector(".sending");
const state = document.getElementById("sending-state");
const bar = sending.querySelector("progress");
const button = form.querySelector("button[type=submit]");

for (const name of ["dragenter", "dragover"]) {
  zone.addEventListener(name, (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) {
  zone.addEventListener(name, () => zone.classList.remove("over"));
}
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  field.files = event.dataTransfer.files;
  form.requestSubmit();
});

const chosen = document.getElementById("chosen");
const nothing = chosen.textContent;
field.addEventListener("change", () => {
  const names = Array.from(field.files, (file) => file.name);
  const several = chosen.dataset.several.replace("NUMBER", names.length);
  chosen.textContent = names.length > 1 ? several : names[0] || nothing;
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = total ? Math.floor((100 * loaded) / total) : 0;
    const sent = loaded >= total;
    state.textContent = sent ? state.dataset.sent : state.dataset.sending.replace("PERCENT", bar.value);
  });
  request.addEventListener("load", () => {
    if (request.status < 400) {
      window.location.assign(request.responseURL);
      return;
    }
    // The desk's own page says what is wrong better than a line could.
    document.open();
    document.write(request.responseText);
    document.close();
  });
  request.addEventListener("error", () => {
    state.textContent = state.dataset.failed;
    button.disabled = false;
  });
  sending.hidden = false;
  button.disabled = true;
  state.textContent = state.dataset.sending.replace("PERCENT", 0);
  request.send(new FormData(form));
});
