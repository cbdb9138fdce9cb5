/** "Mag dit?": a text checked while it is written. It stays in this page. */

import { watchPictures } from "./pictures.js";
import { Cards } from "./text/cards.js";
import { Checking, grouped, verdict } from "./text/checking.js";
import { choices } from "./text/choices.js";
import { Counter } from "./text/counts.js";
import { Editor } from "./text/editor.js";
import { forget, keep, kept } from "./text/kept.js";
import { moved } from "./text/marks.js";
import { rewritesOf } from "./text/rewrites.js";
import { showCounts, showVerdict } from "./text/outcome.js";
import { Voice } from "./text/voice.js";
import { wordsOf } from "./text/words.js";

/** A text up to here is always checked at once; a longer one when that takes no longer than this. */
const SHORT = 1000;
const AT_ONCE_MS = 6;
const KEEP_AFTER_MS = 400;
/** In a longer text each rewrite would take a check that is felt. */
const MOST_TO_MEND = 4000;

const root = document.querySelector("[data-check]");
const part = (name) => root.querySelector(`[data-${name}]`);
const lang = document.documentElement.lang.startsWith("en") ? "en" : "nl";
const { default: pack } = await import(root.dataset.check);

const say = wordsOf(part("words"));
const editor = new Editor(part("text"), part("mirror"));
const checking = new Checking(pack, lang);
const counter = new Counter(pack);
const voice = new Voice(part("voice"));
const names = pack.account.names.map(({ text }) => text);
const cards = new Cards(part("findings"), {
  card: part("card"),
  clauses: part("clauses"),
  reports: part("reports"),
  say,
  on: { go: ({ start, end }) => editor.select(start, end), mend },
});

let media = [];
let text = "";
let findings = [];
let cuts = [];
let spent = 0;
let waiting = false;
let offering;

const chosen = choices(root, () => changed(true));
const check = (of) => checking.findings(of, { ...chosen(), media });

function find() {
  const begin = performance.now();
  findings = check(text);
  // a slow check weighs at once, a quick one after a few
  spent = Math.max(performance.now() - begin, spent * 0.8);
}

function draw() {
  const marks = findings.filter(({ hasPlace, measure }) => hasPlace && measure !== "length");
  editor.render([...marks, ...cuts]);
}

/** The text or what it is for changed: marks at once, or right after the text when it is long. */
function changed(anew = false) {
  const before = text;
  text = editor.text;
  if (!anew && text === before) return;
  cuts = moved(cuts, before, text);
  const isQuick = text.length <= SHORT || spent < AT_ONCE_MS;
  if (isQuick) find();
  else findings = moved(findings, before, text);
  draw();
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => setTimeout(finish, 0, !isQuick));
}

/** What may follow a moment later: the outcome, the list, the counts, what can be mended. */
function finish(findFirst) {
  waiting = false;
  if (findFirst) find();
  const counts = counter.of(text, chosen().networks);
  cuts = counts
    .filter(({ cut }) => cut !== null)
    .map(({ network, cut }) => ({
      start: cut,
      end: text.length,
      tone: "beyond",
      sign: say("cut", { network: labelOf(network) }),
    }));
  draw();
  const groups = grouped(findings);
  const outcome = text.trim() || media.length ? verdict(findings) : "empty";
  const tooLongFor = counts.filter(({ cut }) => cut !== null).map(({ network }) => labelOf(network));
  showVerdict(root, say, outcome, { howMany: groups.length, tooLongFor, lang });
  showCounts(part("counts"), say, counts, { seen: counter.seen(text), labelOf, lang });
  cards.show(groups);
  offerSoon(groups);
  voice.tell(
    outcome === "empty" ? "" : `${say(`verdict-${outcome}`)}. ${say("found", { n: groups.length })}`,
  );
  if (part("keep").checked) keepSoon();
  follow();
}

const labelOf = (network) => pack.facts.networks[network].label;

/** Works out what can be mended, one finding at a time, as each needs a few checks more. */
function offerSoon(groups) {
  clearTimeout(offering);
  const about = text;
  const next = (left) => {
    if (!left.length || text !== about) return;
    const [group, ...others] = left;
    const own = { check, graphemes: (of) => counter.graphemes(of), names, lang };
    cards.offer(group.key, rewritesOf(group.places[0], text, own));
    offering = setTimeout(next, 0, others);
  };
  if (text.length <= MOST_TO_MEND) offering = setTimeout(next, 0, groups);
  else for (const { key } of groups) cards.offer(key, []);
}

function mend(rewrite) {
  if (!rewrite) return;
  editor.replace(rewrite.start, rewrite.end, rewrite.text);
  part("mended").hidden = false;
  voice.tellAtOnce(say("mended"));
}

/** The mark at the caret stands out, in the text, in the list and to the ear. */
function follow() {
  const caret = document.activeElement === editor.box ? editor.caret : null;
  const card = caret === null ? null : cards.at(caret);
  editor.pointAt(card?.place);
  cards.pointAt(card);
  if (card) {
    const { tone, quote, message } = card.group;
    voice.tellOf(card.place, `‘${quote}’: ${say(tone)}. ${message}`);
  } else voice.tellOf(null);
}

let keeping;
function keepSoon() {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    if (part("keep").checked && !keep(root.dataset.owner, editor.text)) keepNothing("refused");
  }, KEEP_AFTER_MS);
}

function keepNothing(told) {
  clearTimeout(keeping);
  forget();
  part("keep").checked = false;
  part("kept").textContent = told ? say(told) : "";
}

/** Writes a text as if it were typed: an example, or nothing. */
function write(whole) {
  editor.replace(0, editor.text.length, whole);
  editor.box.focus();
}

editor.box.addEventListener("input", () => {
  part("mended").hidden = true;
  changed();
});
editor.box.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const card = editor.caret === null ? null : cards.at(editor.caret);
  if (event.altKey && event.key === "Enter") mend(cards.rewrite(card));
  else if (event.key === "F8") goOn(event.shiftKey);
  else if (event.key === "Escape" && card) card.element.querySelector("[data-go]").focus();
  else return;
  event.preventDefault();
});
document.addEventListener("selectionchange", follow);

/** The next mark after the caret, or the one before. */
function goOn(back) {
  const places = findings.filter(({ hasPlace }) => hasPlace);
  const { selectionStart } = editor.box;
  const next = back
    ? places.findLast(({ start }) => start < selectionStart)
    : places.find(({ start }) => start > selectionStart);
  const place = next ?? places.at(back ? -1 : 0);
  if (place) editor.box.setSelectionRange(place.start, place.start);
}

part("undo").addEventListener("click", () => {
  editor.box.focus();
  document.execCommand("undo");
});
part("clear").addEventListener("click", () => write(""));
part("copy").hidden = !navigator.clipboard; // a browser gives none without HTTPS
part("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(editor.text);
  voice.tellAtOnce(say("copied"));
  part("copy").textContent = say("copied");
  setTimeout(() => (part("copy").textContent = say("copy")), 2000);
});
for (const each of root.querySelectorAll("[data-example]")) {
  each.addEventListener("click", () => write(each.textContent.trim()));
}
part("keep").addEventListener("change", ({ target }) => {
  if (!target.checked) return keepNothing("forgotten");
  part("kept").textContent = say("keeping");
  keepSoon();
});

const pictures = root.querySelector("[data-pictures]");
const watched =
  pictures &&
  watchPictures(pictures, (list) => {
    media = list.map(({ alt, gps, peopleAsked }) => ({
      alt,
      gps: Boolean(gps),
      people_asked: peopleAsked,
    }));
    changed(true);
  });

// A page that is left may be kept by the browser as it was: what is not to be kept goes first.
addEventListener("pagehide", () => {
  if (part("keep").checked) {
    keep(root.dataset.owner, editor.text);
    return;
  }
  editor.text = "";
  watched?.clear();
  changed(true);
});

const before = kept(root.dataset.owner);
editor.text = before ?? "";
part("keep").checked = before !== null;
if (before !== null) part("kept").textContent = say("keeping");
root.hidden = false;
document.querySelector("[data-starting]")?.remove();
changed(true);
warmUp();
root.dataset.ready = "";

/** The first checks of a page are slow, until the browser knows the code: not those of a writer. */
function warmUp() {
  const texts = Array.from(root.querySelectorAll("[data-example]"), (each) => each.textContent);
  for (const each of [...texts, ...texts]) check(each);
}
