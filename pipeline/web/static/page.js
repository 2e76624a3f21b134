// Small improvements; every page works without them.
"use strict";

// A question that takes long says so, once, in the button that was pressed.
for (const form of document.querySelectorAll("form[data-slow]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    const told = setTimeout(() => { button.textContent = form.dataset.slow; button.setAttribute("aria-live", "polite"); }, 400);
    addEventListener("pageshow", () => { clearTimeout(told); button.textContent = "Ask"; }, { once: true });
  });
}

// Empty fields do not fill the address.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}

// Copying, where the browser can.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = "Copied";
  });
}

// The first marked words come into view.
const first = document.querySelector(".desk .mark, .whole mark");
if (first) first.scrollIntoView({ block: "center" });
