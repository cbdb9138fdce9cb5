/**
 * Cuts a handle or a name into pieces: the company, names of people, places, other words; see
 * engine/account/letters.py and engine/account/pieces.py.
 */

import { isAscii, isNumber, sizeOf } from "./lexicon.js";
import { Segmenter, withLettersForDigits } from "./segment.js";

/**
 * The pieces of a stretch of a folded text: `{kind, text, start, end, before, apart, name}`, in
 * order. `given` holds words that are known to be a person's, with their kind.
 */
export function cut(folded, stretch, lexicon, given = new Map()) {
  const { marks, founded } = lexicon.data;
  const letters = lettersOf(folded, stretch, lexicon);
  const segmenter = new Segmenter(letters, lexicon, given);
  const cuts = company(letters, lexicon, segmenter);
  for (const [low, high] of between(letters, cuts)) cuts.push(...segmenter.words(low, high));
  let past;
  return cuts
    .sort((a, b) => a.start - b.start)
    .map((each) => {
      const start = letters.places[each.start];
      const end = letters.places[each.end - 1] + letters.text[each.end - 1].length;
      const before = folded.text.slice(past ?? start, start);
      past = end;
      const text = each.word;
      let { kind, name } = each;
      if (kind === "organisation" && !asWritten(letters, each)) kind = "imitation";
      if (kind === "number" && text.length === 4 && founded.includes(text.slice(0, 2))) {
        kind = "year";
      }
      const apart = !isAscii(before) || marks.apart.some((mark) => before.includes(mark));
      return { kind, text, start, end, before, apart, name };
    });
}

/**
 * The letters and digits of a stretch, as folded and as `written`, with their `places` in the
 * folded text and where a reader sees words begin: `hard` after something else, `soft` at capitals.
 */
function lettersOf(folded, [start, end], lexicon) {
  const [text, written, places] = [[], [], []];
  const [hard, soft] = [new Set([0]), new Set([0])];
  const near = [...folded.text.slice(start, end)].slice(0, lexicon.data.limits.name);
  end = start + near.join("").length;
  for (const [first, last] of folded.places) {
    let at = Math.max(first, start);
    const letters = [...folded.text.slice(at, Math.min(last, end))];
    if (!letters.length) continue;
    const size = text.length;
    hard.add(size);
    for (const letter of letters) {
      text.push(letter);
      written.push(folded.original[folded.origins[at]]);
      places.push(at);
      at += letter.length;
    }
    for (let k = size + 1; k < text.length; k++) {
      if (turns(written[k - 1], written[k], written[k + 1], lexicon)) soft.add(k);
    }
  }
  hard.add(text.length);
  return { text, written, places, hard, soft: new Set([...soft, ...hard]) };
}

/** Whether a new word begins at `here`: aB, ABc (at B), a1, 1a. */
function turns(was, here, after, { upper, lower }) {
  if (isNumber(was) !== isNumber(here)) return true;
  return upper.has(here) && (lower.has(was) || (upper.has(was) && lower.has(after)));
}

/** Whether the name is written with its own letters, not with such as only look like them. */
function asWritten({ written }, { word, name, start, end }) {
  const isOwn = (letter) => isAscii(letter) || name.letters.includes(letter);
  return word === name.joined && written.slice(start, end).every(isOwn);
}

/** The runs of letters that no name of the company takes. */
function between({ hard }, taken) {
  const edges = [...new Set([...hard, ...taken.flatMap(({ start, end }) => [start, end])])];
  edges.sort((a, b) => a - b);
  const isFree = (low) => !taken.some(({ start, end }) => start <= low && low < end);
  return edges.slice(1).map((high, k) => [edges[k], high]).filter(([low]) => isFree(low));
}

/** Where the company is named: the longest names first, none overlapping. */
function company(letters, lexicon, segmenter) {
  const hits = [];
  const versions = [letters.text, ...withLettersForDigits(letters.text, lexicon)];
  for (const name of lexicon.byLength) {
    const wanted = [...name.joined];
    for (const version of versions) {
      for (let start = 0, end; (end = start + wanted.length) <= version.length; start++) {
        if (!wanted.every((letter, k) => letter === version[start + k])) continue;
        const found = letters.text.slice(start, end);
        const isFree = hits.every((hit) => end <= hit.start || hit.end <= start);
        const kind = isFree && isReadable(found) && seen(letters, start, end, name, segmenter);
        if (kind) hits.push({ kind, start, end, word: found.join(""), name });
      }
    }
  }
  return hits;
}

/** Whether enough real letters are left where digits stand for letters. */
function isReadable(found) {
  const digits = found.filter(isNumber).length;
  return digits === 0 || found.length - digits >= 3;
}

/** How a reader sees the name here: as "organisation", "maybe", or not at all. */
function seen({ text, hard, soft }, start, end, name, segmenter) {
  const joints = name.words.map((_, k) => start + sizeOf(name.words.slice(0, k).join("")));
  if ([...hard].some((edge) => start < edge && edge < end && !joints.includes(edge))) return "";
  const left = Math.max(...[...soft].filter((edge) => edge <= start));
  const right = Math.min(...[...soft].filter((edge) => edge >= end));
  if (left === start && right === end) return "organisation";
  if (segmenter.kind(text.slice(left, right).join(""))) return "";
  const rests = [[left, start], [end, right]].filter(([low, high]) => low < high);
  const { guess, maybe, behind_maybe: behind } = segmenter.lexicon.data.limits;
  const size = end - start;
  const isSense = () => rests.every((rest) => segmenter.makesSense(...rest, size >= guess));
  if ((size >= guess || rests.length === 1) && isSense()) return "organisation";
  return left === start && size >= maybe && right - end >= behind ? "maybe" : "";
}
