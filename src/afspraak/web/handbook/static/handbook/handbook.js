// The handbook's page: search as you type, contents that follow along, arrow keys, print.
// What is typed stays in the page: nothing here makes a request.

const MARKS = /\p{M}/gu;

/** A text as search compares it: without capitals and accents. Length may differ. */
const folded = (text) => text.normalize("NFKD").replace(MARKS, "").toLowerCase();

const book = document.querySelector("[data-book]");
if (book) {
  followAlong(book);
  searchAsYouType(book);
}
turnWithArrows(document.querySelector("[data-one]"));

const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

/** Marks in the contents which section is being read. */
function followAlong(page) {
  const links = new Map(
    [...page.querySelectorAll("[data-contents] a, .contents.beside a")].map((link) => [link.hash.slice(1), link]),
  );
  const list = page.querySelector(".contents.beside");
  if (!list || !("IntersectionObserver" in window)) return;
  let current = null;
  const seen = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target);
      const first = [...seen].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1))[0];
      const link = first && links.get(first.id);
      if (!link || link === current) return;
      current?.removeAttribute("aria-current");
      link.setAttribute("aria-current", "true");
      current = link;
      // Only the list itself is scrolled: the page stays where the reader is.
      const inside = link.getBoundingClientRect();
      const around = list.getBoundingClientRect();
      if (inside.top < around.top || inside.bottom > around.bottom) {
        list.scrollTop += inside.top - around.top - around.height / 3;
      }
    },
    { rootMargin: "-8% 0px -70% 0px" },
  );
  for (const section of page.querySelectorAll(".sections section")) observer.observe(section);
}

/** Shows only the sections that hold every word, and marks the words in them. */
function searchAsYouType(page) {
  const form = page.querySelector("[data-search]");
  const holder = page.querySelector("[data-sections]");
  if (!form || !holder) return;
  const field = form.elements.namedItem("q");
  const count = form.querySelector("[data-count]");
  const nothing = page.querySelector("[data-nothing]");
  const glances = page.querySelector(".glances");
  const sections = [...holder.querySelectorAll(":scope > section:not(.on-paper)")].map((element) => ({
    element,
    text: folded(`${element.textContent} ${element.dataset.words ?? ""}`),
    links: page.querySelectorAll(`.contents a[href="#${CSS.escape(element.id)}"]`),
  }));
  form.querySelector("[data-submit]").hidden = true;

  const search = () => {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { element, text, links } of sections) {
      const holds = words.every((word) => text.includes(word));
      element.hidden = !holds;
      for (const link of links) link.parentElement.hidden = !holds;
      found += holds;
    }
    const asked = words.length > 0;
    if (glances) glances.hidden = asked;
    nothing.hidden = !asked || found > 0;
    count.textContent = asked ? said(found) : "";
    mark(asked ? sections.filter(({ element }) => !element.hidden) : [], words);
  };
  const said = (found) =>
    found === 0 ? count.dataset.none : found === 1 ? count.dataset.one : count.dataset.many.replace("#", found);

  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    field.value = "";
    search();
  });
  // A link in the contents leads to what may be hidden: then everything is shown first.
  page.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    field.value = "";
    search();
  });
  if (field.value) search();
}

/** Marks words without touching the page's own elements, where the browser can. */
function mark(sections, words) {
  if (!globalThis.CSS?.highlights) return;
  const ranges = [];
  for (const { element } of sections) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) ranges.push(...within(node, words));
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

function within(node, words) {
  // Letter by letter, so that a place in the folded text has a place in the text itself.
  let text = "";
  const places = [];
  let at = 0;
  for (const letter of node.data) {
    const plain = folded(letter);
    for (let i = 0; i < plain.length; i += 1) places.push(at);
    text += plain;
    at += letter.length;
  }
  places.push(at);
  const ranges = [];
  for (const word of words) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
      const range = new Range();
      range.setStart(node, places[start]);
      range.setEnd(node, places[start + word.length]);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Turns the page with the arrow keys, unless somebody is typing or holds another key. */
function turnWithArrows(page) {
  if (!page) return;
  const hint = page.querySelector("[data-keys]");
  if (hint && matchMedia("(hover: hover)").matches) hint.hidden = false;
  document.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest?.("input, textarea, select, summary, [contenteditable], pre, .wide")) return;
    page.querySelector(`a[rel=${way}]`)?.click();
  });
}
