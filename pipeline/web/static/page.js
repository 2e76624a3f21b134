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

// Where there is room, what narrows a list is open; on a narrow screen only what the address leads to.
for (const some of document.querySelectorAll("details[data-wide]")) {
  if (matchMedia("(min-width: 46rem)").matches || (some.id && location.hash === `#${some.id}`)) some.open = true;
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

// The first marked words come into view; a page that is turned by the arrow keys or looked at closer keeps its place.
const first = document.querySelector(".desk .mark, .whole mark");
if (first && !location.hash) first.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
const sheet = document.querySelector(".desk .sheet");
for (const link of document.querySelectorAll("a[data-zoom]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const desk = sheet.parentElement, before = sheet.getBoundingClientRect();
    const down = (innerHeight / 2 - before.top) / before.height, across = (desk.scrollLeft + desk.clientWidth / 2) / before.width;
    sheet.setAttribute("class", `sheet z${link.dataset.zoom}`);
    const picture = sheet.querySelector("image");
    if (link.dataset.zoom !== "100") picture.setAttribute("href", picture.getAttribute("href").replace(/\d+$/, "2100"));
    const after = sheet.getBoundingClientRect();
    scrollBy({ top: after.top + down * after.height - innerHeight / 2, behavior: "instant" });
    desk.scrollLeft = across * after.width - desk.clientWidth / 2;
    for (const other of document.querySelectorAll("a[data-zoom]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    for (const turned of document.querySelectorAll(".turn a")) {
      const to = new URL(turned.href);
      to.searchParams.set("zoom", link.dataset.zoom);
      turned.href = to;
    }
    history.replaceState(null, "", link.href);
  });
}
addEventListener("keydown", (event) => {
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  if (!way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("input, textarea, select, .desk, .table")) return;
  document.querySelector(`.turn a[rel=${way}]`)?.click();
});
