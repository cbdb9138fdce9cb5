/**
 * Pictures dropped, pasted or chosen: what is in the file beside the picture, a copy without that,
 * and what the writer says about it. A picture is read here and nowhere else.
 */

import { lookInto } from "./pictures/look.js";

/** Sorts that cannot be looked into, but that may well be posted: the questions stay. */
const STILL_PICTURES = new Set(["heic", "avif", "gif", "huge"]);
const MOST_PICTURES = 10;

/**
 * Watches the pictures in `root`, made by `checks/_pictures.html`. At each change `onChange` is
 * called with the list of pictures, each `{alt, gps, peopleAsked}`: `gps` is `{latitude, longitude}`
 * or null (also once the clean copy was saved), `peopleAsked` is true, false or, as long as nobody
 * said, null. Gives `{clear}`, which takes all pictures away.
 */
export function watchPictures(root, onChange) {
  const words = wordsOf(root);
  const list = root.querySelector("[data-list]");
  const input = root.querySelector("input[type=file]");
  const said = root.querySelector("[data-said]");
  const items = new Set();

  const changed = () => onChange([...items].filter(({ asks }) => asks).map(({ state }) => state()));

  async function add(files) {
    for (const file of files) {
      if (items.size >= MOST_PICTURES) {
        said.textContent = words["too-many"];
        return;
      }
      const item = { asks: false };
      items.add(item);
      said.textContent = words.looking;
      const look = await lookInto(file);
      if (!items.has(item)) continue;
      Object.assign(item, itemOf(root, words, file, look, changed));
      item.drop = () => {
        items.delete(item);
        item.leave();
        changed();
      };
      item.element.querySelector("[data-remove]").addEventListener("click", () => {
        item.drop();
        said.textContent = words.removed;
        input.focus();
      });
      list.append(item.element);
      said.textContent = fill(words[look.problem ? "refused" : "looked"], { name: file.name });
      changed();
    }
  }

  input.addEventListener("change", () => {
    add([...input.files]);
    input.value = "";
  });
  // A file dropped beside the place for it would replace the page, and what was typed with it.
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      root.classList.add("waiting");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) root.classList.remove("waiting");
  });
  document.addEventListener("drop", (event) => {
    root.classList.remove("waiting");
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  });
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    add(files);
  });

  return {
    clear() {
      for (const item of [...items]) item.drop?.();
      items.clear();
      changed();
    },
  };
}

const wordsOf = (root) =>
  Object.fromEntries(
    [...root.querySelectorAll("[data-word]")].map((each) => [
      each.dataset.word,
      each.textContent.trim(),
    ]),
  );

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

let made = 0;

/** One picture on the page: its element, what the writer said of it, and how it goes. */
function itemOf(root, words, file, look, changed) {
  const element = root.querySelector("template").content.firstElementChild.cloneNode(true);
  const part = (name) => element.querySelector(`[data-${name}]`);
  made += 1;
  for (const each of element.querySelectorAll("[id], [for], [name], [aria-describedby]")) {
    for (const name of ["id", "for", "name", "aria-describedby"]) {
      if (each.hasAttribute(name)) each.setAttribute(name, `${each.getAttribute(name)}-${made}`);
    }
  }
  part("name").textContent = file.name;
  part("size").textContent = size(file.size);
  const problem = (word) => {
    part("problem").hidden = false;
    part("problem").textContent = words[`problem-${word}`];
  };
  if (look.problem) problem(look.problem);
  const asks = !look.problem || STILL_PICTURES.has(look.problem);
  part("questions").hidden = !asks;

  const image = part("image");
  const url = asks && look.problem !== "huge" ? URL.createObjectURL(file) : "";
  image.addEventListener("error", () => {
    image.hidden = true;
    if (!look.problem) problem("broken");
  });
  if (url) image.src = url;
  else image.hidden = true;

  const alt = part("alt");
  alt.addEventListener("input", () => {
    part("count").textContent = fill(words.count, { count: [...alt.value].length });
    part("hint").textContent = hintFor(alt.value, words);
    changed();
  });
  for (const each of element.querySelectorAll("input[type=radio]")) {
    each.addEventListener("change", () => {
      const advice = each.closest("fieldset").querySelector("[data-advice]");
      advice.textContent = words[`advice-${each.value}`] ?? "";
      changed();
    });
  }
  let gps = look.gps ?? null;
  if (!look.problem) {
    showFound(part, words, look);
    part("save").addEventListener("click", () => {
      save(look.clean, cleanName(file.name, words.clean, look.ending));
      gps = null;
      part("saved").hidden = false;
      changed();
    });
  }
  return {
    element,
    asks,
    state: () => ({
      alt: alt.value.trim(),
      gps,
      peopleAsked: { asked: true, nobody: true, "not-asked": false }[people(element)] ?? null,
    }),
    leave() {
      if (url) URL.revokeObjectURL(url);
      element.remove();
    },
  };
}

const people = (element) => element.querySelector("[data-people]:checked")?.value;

function showFound(part, words, { gps, found, misnamed, animated, ending }) {
  part("found").hidden = false;
  if (gps) {
    part("place").hidden = false;
    part("place-words").textContent = placeInWords(gps, words);
  }
  const rows = found.filter(({ what }) => what !== "other");
  const others = found.filter(({ what }) => what === "other").map(({ value }) => value);
  if (others.length) rows.push({ what: "other", value: others.join(", ") });
  for (const what of new Set(rows.map((each) => each.what))) {
    const term = document.createElement("dt");
    const told = document.createElement("dd");
    const values = rows.filter((each) => each.what === what && each.value);
    term.textContent = words[`found-${what}`];
    told.textContent = values.map(({ value }) => readable(value)).join(" · ") || words.present;
    part("rows").append(term, told);
  }
  const anything = Boolean(gps || rows.length);
  part("nothing").hidden = anything;
  part("cleaning").hidden = !anything;
  const notes = [misnamed && fill(words.misnamed, { ending }), animated && words.animated];
  part("notes").textContent = notes.filter(Boolean).join(" ");
}

/** Exif writes colons in a day as well. */
const readable = (value) => value.replace(/^(\d{4}):(\d\d):(\d\d)\b/, "$1-$2-$3");

/** A place as words. A map would have to ask somebody for it. */
export function placeInWords({ latitude, longitude }, words) {
  const lang = document.documentElement.lang;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 4 });
  return [
    [latitude, "north", "south"],
    [longitude, "east", "west"],
  ]
    .map(([angle, above, below]) =>
      fill(words[angle < 0 ? below : above], { degrees: number.format(Math.abs(angle)) }),
    )
    .join(", ");
}

const OPENINGS = /^(een )?(foto|afbeelding|plaatje|an? (photo|picture|image)|photo|picture|image)\b/i;
const FILE_NAME = /^\S+\.(jpe?g|png|webp|heic|gif)$|^(img|dsc|pxl|dcim|whatsapp image)[_ -]?\d+/i;
const LONG_LETTERS = 300;

function hintFor(alt, words) {
  if (FILE_NAME.test(alt.trim())) return words["hint-file-name"];
  if (OPENINGS.test(alt.trim())) return words["hint-opening"];
  return [...alt].length > LONG_LETTERS ? words["hint-long"] : "";
}

function cleanName(name, clean, ending) {
  const stem = name.replace(/\.[^.]*$/, "") || "picture";
  return `${stem}-${clean}.${ending}`;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MILLISECONDS);
}

/** Long enough for a browser that first asks where to save. */
const KEEP_MILLISECONDS = 60_000;

function size(bytes) {
  const lang = document.documentElement.lang;
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const amount = unit === "megabyte" ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000));
  return new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(
    amount,
  );
}
