/** A profile text as words with what stands between them; see engine/account/passage.py. */

import { isAscii } from "./lexicon.js";

export class Passage {
  constructor(folded, lexicon) {
    this.folded = folded;
    this.lexicon = lexicon;
    this.words = folded.words;
    this.places = folded.places;
    this.segments = []; // for each word the first word of its sentence or item
    this.words.forEach((_, k) => this.segments.push(k && !this.ends(k) ? this.segments[k - 1] : k));
  }

  /** The text between word `k - 1` and word `k`. */
  gap(k) {
    return this.folded.text.slice(this.places[k - 1]?.[1] ?? 0, this.places[k]?.[0]);
  }

  /** Whether one of these marks stands before word `k`. */
  has(k, marks) {
    return [...this.gap(k)].some((mark) => marks.includes(mark));
  }

  /** Whether a sentence or an item of a list ends before word `k`. */
  ends(k) {
    const gap = this.gap(k);
    if (!isAscii(gap) || this.has(k, this.lexicon.data.marks.ends)) return true;
    return gap.includes(".") && (k === this.words.length || (/^[. ]*$/.test(gap) && gap !== "."));
  }

  /** Whether the thought is interrupted before word `k`, by a comma or stronger. */
  breaks(k) {
    return this.ends(k) || this.has(k, this.lexicon.data.marks.breaks) || / -|- /.test(this.gap(k));
  }

  /** Whether what begins at word `k` is a new item: a comma, a hash, the edge of the text. */
  standsAlone(k) {
    if (k === 0 || k === this.words.length) return true;
    return this.breaks(k) || this.has(k, this.lexicon.data.marks.sets_apart);
  }

  /** Whether nothing interrupts from word `start` up to and including the gap before `end`. */
  isOpen(start, end) {
    return !range(start + 1, end + 1).some((k) => this.breaks(k));
  }

  /** The end of the longest phrase that begins at word `k`; `k` itself when there is none. */
  phraseAt(k, phrases) {
    const isHere = (phrase) => phrase.every((word, i) => word === this.words[k + i]);
    return k + (phrases.get(this.words[k])?.find(isHere)?.length ?? 0);
  }

  isIn(k, list) {
    return this.lexicon.lists[list].has(this.words[k]);
  }

  /** The folded stretch of words `start` up to `end`, with a bracket that it opens closed. */
  stretch(start, end) {
    const { text } = this.folded;
    const [low, high] = [this.places[start][0], this.places[end - 1][1]];
    const isOpened = text.slice(low, high).includes("(") && text[high] === ")";
    return [low, isOpened ? high + 1 : high];
  }
}

/** The whole numbers from `start` up to `end`. */
export function range(start, end) {
  return Array.from({ length: Math.max(0, end - start) }, (_, k) => start + k);
}
