/** What a profile says the organisation is to its writer; see engine/account/relation.py. */

import { cueAfter, cueBefore, isFiller, isJob, jobBefore } from "./cues.js";
import { isNumber, sizeOf } from "./lexicon.js";
import { range } from "./passage.js";

/**
 * What the words around the mention make of it, the strongest cue first: `{says, first, last}`,
 * by words `first` up to `last`.
 */
export function relationOf(passage, mention) {
  return (
    gluedOn(mention, false) ||
    another(passage, mention) ||
    cued(passage, mention) ||
    gluedOn(mention, true) ||
    years(passage, mention) ||
    negated(passage, works(passage, mention)) ||
    alone(passage, mention)
  );
}

/** What the rest of a compound says: `blokkermedewerker`, `blokkerklant`. */
function gluedOn({ glued, first, last }, atWork) {
  return glued && (glued === "works") === atWork && { says: glued, first, last };
}

/** A person or a business that happens to have the same name, or the town itself. */
function another(passage, mention) {
  const { first, last, name } = mention;
  const { lexicon, words } = passage;
  if (!name?.level) return null;
  if (name.level === "place") return town(passage, mention);
  const before = first - 1;
  const word = before >= 0 && !passage.breaks(first) ? words[before] : "";
  if (name.words.length === 1) {
    const isJobless = passage.phraseAt(before, lexicon.phrases.jobs) === before;
    if (name.level === "known" && lexicon.trades.has(word) && isJobless) {
      return { says: "other", first: before, last };
    }
    if (last < words.length && !passage.breaks(last) && lexicon.trades.has(words[last])) {
      return { says: "other", first, last: last + 1 };
    }
  }
  const isInitial = sizeOf(word) === 1 && !isNumber(word) && passage.gap(first).includes(".");
  const isPerson = lexicon.firstNames.has(word) || lexicon.lists.titles.has(word) || isInitial;
  return isPerson && { says: "surname-bio", first: before, last };
}

/** The town that a body is named after: somewhere to live, unless someone works for it. */
function town(passage, { first, last }) {
  const start = passage.segments[first];
  for (const k of range(Math.max(start, first - 4), first)) {
    const end = passage.phraseAt(k, passage.lexicon.phrases.public);
    if (end > k && range(end, first).every((i) => isFiller(passage, i))) {
      return { says: "works", first: k, last };
    }
  }
  const isForIt = first > start && passage.isIn(first - 1, "for_town");
  return !isForIt && { says: "nearby", first, last };
}

function cued(passage, mention) {
  for (const cue of passage.lexicon.cues) {
    // a manager of the customer service is not the customer service
    if (cue.says === "official" && jobBefore(passage, mention) !== undefined) continue;
    const found = cueBefore(passage, mention, cue) || cueAfter(passage, mention, cue);
    if (found) return found;
  }
  return null;
}

/** `Blokker (2010-2015)` is past, `Blokker, sinds 2019` is not. */
function years(passage, { first, last: k }) {
  const [one, two] = passage.words.slice(k, k + 2);
  if (two === undefined) return null;
  const found = (says) => ({ says, first, last: k + 2 });
  if (isYear(two) && passage.isIn(k, "until")) return found("former");
  if (isYear(two) && passage.isIn(k, "since")) return found("works");
  if (isYear(one) && isYear(two)) return found("former");
  return isYear(one) && passage.isIn(k + 1, "today") && found("works");
}

const isYear = (word) => /^(19|20)[0-9]{2}$/.test(word);

function works(passage, mention) {
  const { first, last } = mention;
  const job = jobBefore(passage, mention);
  if (job !== undefined) return { says: "works", first: job, last };
  if (last < passage.words.length) {
    const isWorker = passage.isIn(last, "workers") && passage.gap(last).includes("'");
    if (isWorker) return { says: "works", first, last: last + 1 };
    if (!passage.standsAlone(last) && isJob(passage, last)) {
      const end = passage.phraseAt(last, passage.lexicon.phrases.jobs);
      return { says: "works", first, last: Math.max(last + 1, end) };
    }
  }
  return verbBefore(passage, mention) || withBefore(passage, mention);
}

/** `geen bakker bij Jansen` says the opposite; `niet alleen bakker bij Jansen` does not. */
function negated(passage, relation) {
  if (!relation) return null;
  const { first, last } = relation;
  const reach = first - passage.lexicon.data.limits.negation;
  for (const k of range(Math.max(passage.segments[first], reach), first).reverse()) {
    const isDenial = !passage.isIn(k + 1, "only") && passage.isIn(k, "negation");
    if (isDenial && passage.isOpen(k, first)) return { says: "denied", first: k, last };
  }
  return relation;
}

/** `werk … bij`: a verb of work, and the organisation as the place of it. */
function verbBefore(passage, { first, last }) {
  const reach = first - passage.lexicon.data.limits.verb - 1;
  const start = Math.max(passage.segments[first], reach);
  const preposition = skipArticles(passage, first) - 1;
  if (preposition < start || !passage.isIn(preposition, "place_of_work")) return null;
  for (const k of range(start, preposition).reverse()) {
    if (passage.isIn(k, "barrier")) return null;
    if (passage.isIn(k, "work")) return { says: "works", first: k, last };
  }
  return null;
}

/** `bij`, `@`, `nu` right before the organisation. */
function withBefore(passage, { first, last }) {
  const at = skipArticles(passage, first);
  const start = passage.segments[first];
  const { with_organisation: phrases } = passage.lexicon.phrases;
  const isWith = (k) => passage.phraseAt(k, phrases) === at && passage.isOpen(k, first);
  const found = range(Math.max(start, at - 3), at).find(isWith);
  if (found !== undefined) return { says: "works", first: found, last };
  const gap = passage.gap(first);
  const isShort = start < first && first <= start + 2 && passage.standsAlone(last);
  const isAt = gap.endsWith("@ ") || (gap.endsWith("@") && isShort);
  return isAt && { says: "works", first: Math.max(0, first - 1), last };
}

function skipArticles(passage, k) {
  while (passage.isIn(k - 1, "articles")) k--;
  return k;
}

/** Named without a word more: as an item of a list it reads as the employer. */
function alone(passage, { first, last, name, isLink }) {
  if (isLink) return { says: "link", first, last };
  let end = last; // behind a branch: Blokker Zwolle
  const isPlace = () => passage.lexicon.kinds.get(passage.words[end]) === "place";
  while (isPlace() && !passage.standsAlone(end)) end++;
  const isAlone = passage.standsAlone(first) && passage.standsAlone(end);
  const isClear = name && name.level !== "known" && !name.brand && !passage.has(last, "?");
  return { says: isAlone && isClear ? "listed" : "neutral", first, last };
}
