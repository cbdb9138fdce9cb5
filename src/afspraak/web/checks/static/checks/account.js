/** My account: reads along with what is typed, in the page, and shows where a reading rests on. */

import { readAccount } from "../engine/account.js";

const form = document.querySelector("[data-account]");
const lang = document.documentElement.lang.startsWith("en") ? "en" : "nl";
const other = lang === "nl" ? "en" : "nl";
const FIELDS = ["handle", "name", "bio"];
const part = (name) => form.querySelector(`[data-${name}]`);
const words = Object.fromEntries(
  [...form.querySelectorAll("[data-word]")].map((each) => [each.dataset.word, each.textContent]),
);

/** What a reader should take an account for, when it is meant so. */
const FITS = { private: ["private"], professional: ["professional"] };

/** Which reading is fine, and which deserves a second look; `unclear` is neither. */
function start(pack) {
  const update = () => show(pack);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  for (const example of form.querySelectorAll("button[data-handle]")) {
    example.addEventListener("click", () => {
      for (const name of FIELDS) form.elements[name].value = example.dataset[name] ?? "";
      update();
    });
  }
  for (const name of FIELDS) {
    const field = form.elements[name];
    const behind = behindOf(name);
    field.addEventListener("scroll", () => {
      behind.scrollTop = field.scrollTop;
      behind.scrollLeft = field.scrollLeft;
    });
  }
  form.hidden = false;
  update();
}

function show(pack) {
  const account = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  const isEmpty = FIELDS.every((name) => !account[name].trim());
  const read = readAccount(pack, { ...account, network: form.elements.network.value });
  const evidence = isEmpty ? [] : read.evidence;

  part("reading").textContent = isEmpty ? words.nothing : words[read.reading];
  part("reading").dataset.reads = isEmpty ? "nothing" : read.reading;
  part("takes").textContent = isEmpty ? "" : read.advice[0][lang];
  showMeant(isEmpty ? "" : read.reading);
  for (const name of FIELDS) {
    const here = evidence.filter(({ where }) => where === name || (name === "bio" && where === "link"));
    mark(behindOf(name), account[name], here);
  }
  list("evidence", evidence, (each, item) => {
    const where = document.createElement("small");
    where.textContent = words[`where-${each.where}`];
    item.append(where, each.says[lang]);
  });
  list("advice", isEmpty ? [] : read.advice.slice(1), (each, item) => item.append(each[lang]));
  ideas("handles", "ideas", isEmpty ? [] : read.handles.map((text) => [text, ""]));
  const lines = [
    [read.bio[lang], lang],
    [read.bio[other], other],
  ];
  ideas("lines", "bio", isEmpty || read.reading === "corporate" ? [] : lines);
}

function showMeant(reading) {
  const meant = form.elements.meant.value;
  const place = part("meant");
  place.hidden = !(meant && reading);
  if (place.hidden) return;
  const fits = FITS[meant].includes(reading);
  place.textContent = fits ? words["as-meant"] : words[`meant-${meant}`];
  place.dataset.fits = fits;
}

const behindOf = (name) => form.querySelector(`[data-field=${name}] .behind`);

/** Marks the evidence behind the typed text; what overlaps is marked as one. */
function mark(behind, text, evidence) {
  const signs = [...text];
  const marked = new Array(signs.length).fill(false);
  for (const { start, end } of evidence) marked.fill(true, start, end);
  const parts = [];
  for (let from = 0, to; from < signs.length; from = to) {
    to = from + 1;
    while (to < signs.length && marked[to] === marked[from]) to += 1;
    const piece = signs.slice(from, to).join("");
    const element = marked[from] ? document.createElement("mark") : document.createTextNode(piece);
    if (marked[from]) element.textContent = piece;
    parts.push(element);
  }
  // A last line that is empty has no height of its own.
  behind.replaceChildren(...parts, "\u200b");
}

function list(name, entries, fillIn) {
  part(`${name}-part`).hidden = !entries.length;
  part(name).replaceChildren(
    ...entries.map((each) => {
      const item = document.createElement("li");
      fillIn(each, item);
      return item;
    }),
  );
}

function ideas(name, place, texts) {
  part(`${place}-part`).hidden = !texts.length;
  part(name).replaceChildren(
    ...texts.map(([text, language]) => {
      const item = part("idea").content.firstElementChild.cloneNode(true);
      const said = item.querySelector("span");
      said.textContent = text;
      if (language) said.lang = language;
      const button = item.querySelector("button");
      button.setAttribute("aria-label", `${words.copy}: ${text}`);
      button.addEventListener("click", () => copy(text, button));
      return item;
    }),
  );
}

async function copy(text, button) {
  const said = part("copied");
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = `${words.copied}: ${text}`;
    button.textContent = words.copied;
  } catch {
    said.textContent = words["not-copied"];
    said.classList.remove("visually-hidden");
  }
}

if (form) start((await import(form.dataset.pack)).default);
