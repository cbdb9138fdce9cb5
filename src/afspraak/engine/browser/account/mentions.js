/** Finds the organisation in a profile text; see engine/account/mentions.py. */

import { isOwn, networkOf } from "./address.js";
import { sizeOf } from "./lexicon.js";
import { range } from "./passage.js";
import { cut } from "./pieces.js";

/**
 * Every mention, from left to right, none overlapping: `{first, last, name, isLink, glued}`, words
 * `first` up to `last`, with in `glued` what the rest of a compound is.
 */
export function* mentionsIn(passage, lexicon) {
  const addresses = addressesIn(passage, lexicon);
  for (let k = 0; k < passage.words.length; ) {
    const address = addresses.get(k);
    const mention = address
      ? address.isLink && address
      : named(passage, k, lexicon) || compound(passage, k, lexicon);
    if (mention) yield mention;
    k = (address || mention)?.last ?? k + 1;
  }
}

/** The longest name that begins at word `k`. */
function named(passage, k, { byLength, byJoined, data }) {
  for (const name of byLength) {
    const last = k + name.words.length;
    const isHere = name.words.every((word, i) => word === passage.words[k + i]);
    if (last > k + 1 && isHere && isTogether(passage, k, last, data)) return { first: k, last, name };
  }
  const name = byJoined.get(passage.words[k]);
  return name && { first: k, last: k + 1, name };
}

function isTogether(passage, start, end, { limits, marks }) {
  return range(start + 1, end).every(
    (k) => sizeOf(passage.gap(k)) <= limits.gap && !passage.has(k, marks.not_in_name),
  );
}

/** The organisation inside a longer word: `blokkermedewerker`. */
function compound(passage, k, lexicon) {
  const word = passage.words[k];
  const { limits, profile, glued } = lexicon.data;
  const isLong = ({ joined }) => sizeOf(joined) >= limits.inside;
  const isInside = (name) => isLong(name) && word.includes(name.joined);
  if (sizeOf(word) > limits.compound || !lexicon.names.some(isInside)) return null;
  const whole = { first: k, last: k + 1 };
  for (const worker of profile.workers) {
    const name = word.endsWith(worker) && lexicon.byJoined.get(word.slice(0, -worker.length));
    if (name && isLong(name)) return { ...whole, name, glued: "works" };
  }
  const pieces = cut(passage.folded, passage.places[k], lexicon);
  const company = pieces.find(({ name, kind }) => name && kind !== "maybe");
  const rest = glued.find(({ piece }) => pieces.some(({ kind }) => kind === piece));
  return company && { ...whole, name: company.name, glued: rest?.says };
}

/** Web and mail addresses by their first word, and whether they are the organisation's own. */
function addressesIn({ places, folded: { text } }, lexicon) {
  const found = new Map();
  const isEnd = (at) => lexicon.data.marks.ends_address.includes(text[at]);
  for (let first = 0, last; first < places.length; first = last) {
    let [start] = places[first];
    let end = start;
    while (start > 0 && !isEnd(start - 1)) start--;
    while (end < text.length && !isEnd(end)) end++;
    last = first + 1;
    while (last < places.length && places[last][0] < end) last++;
    const host = hostOf(text.slice(start, end));
    const isLink = isOwn(host, lexicon);
    if (host.includes(".") && (isLink || isForeign(host, lexicon))) {
      found.set(first, { first, last, isLink });
    }
  }
  return found;
}

function isForeign(host, lexicon) {
  const labels = host.split(".");
  const isOurs = lexicon.byJoined.has(labels.at(-2).replaceAll("-", ""));
  const isKnown = isOurs || networkOf(host, lexicon);
  return !isKnown && lexicon.data.addresses.endings.includes(labels.at(-1));
}

/** The host of an address; of a mail address what comes after the at sign. */
function hostOf(address) {
  const [path] = address
    .replace(/^https:\/\//, "")
    .replace(/^http:\/\//, "")
    .replace(/^mailto:/, "")
    .split(/[/?#]/);
  const [host] = path.split("@").at(-1).split(":");
  return host.replace(/^[.!?…@*_-]+|[.!?…@*_-]+$/g, "");
}
