/** Parts a run of letters and digits into the likeliest words; see engine/account/segment.py. */

import { isNumber, sizeOf } from "./lexicon.js";

/** Parts runs of letters into the likeliest words: `{kind, start, end, word}`. */
export class Segmenter {
  constructor(letters, lexicon, given) {
    Object.assign(this, { letters, lexicon, given });
  }

  kind(word) {
    return this.given.get(word) ?? this.lexicon.kinds.get(word);
  }

  /** The words from `start` to `end`, also with letters for digits. */
  words(start, end) {
    const text = this.letters.text.slice(start, end);
    const whole = [{ kind: "unknown", start, end, word: part(text) }];
    if (text.length > this.lexicon.data.limits.run) return whole;
    const inside = [...this.letters.soft].map((edge) => edge - start);
    const edges = new Set([0, text.length, ...inside.filter((at) => at > 0 && at < text.length)]);
    const isKnown = (cuts) => cuts.every(([kind]) => kind !== "unknown");
    let best = this.best(text, edges);
    if (!isKnown(best)) {
      const others = withLettersForDigits(text, this.lexicon).map((each) => this.best(each, edges));
      best = others.find(isKnown) ?? best;
    }
    return best.map(([kind, low, high]) => ({
      kind,
      start: low + start,
      end: high + start,
      word: part(text, low, high),
    }));
  }

  /** Whether what is glued to the company's name is a name, a place, a department or the like. */
  makesSense(start, end, guess) {
    const kinds = this.words(start, end).map(({ kind }) => kind);
    if (!kinds.includes("unknown")) {
      return start === 0 || kinds.some((kind) => kind !== "particle" && kind !== "initial");
    }
    const text = this.letters.text.slice(start, end);
    const isFirst = (_, size) =>
      size > 2 && size < text.length - 2 && this.lexicon.kinds.get(part(text, 0, size)) === "first";
    return guess && text.some(isFirst);
  }

  /** The cheapest way to read `text`, worked out from its end to its start. */
  best(text, edges) {
    const costs = [...text.map(() => Infinity), 0];
    const steps = [];
    const sorted = [...edges].sort((a, b) => a - b);
    for (let i = text.length - 1; i >= 0; i--) {
      const nextEdge = edges.has(i) && sorted.find((edge) => edge > i);
      for (const [cost, kind, end] of this.steps(text, i, edges, nextEdge)) {
        if (cost + costs[end] >= costs[i]) continue;
        costs[i] = cost + costs[end];
        steps[i] = [kind, i, end];
      }
    }
    if (costs[0] === Infinity) return [["unknown", 0, text.length]];
    const cuts = [];
    for (let at = 0; at < text.length; at = steps[at][2]) cuts.push(steps[at]);
    return cuts;
  }

  /** Every word that may begin at `i`, with what it costs to read it so and where it ends. */
  *steps(text, i, edges, nextEdge) {
    const { costs } = this.lexicon.data;
    const last = Math.min(text.length, i + this.lexicon.longestWord);
    let word = "";
    for (let j = i + 1; j <= last; j++) {
      word += text[j - 1];
      const ends = edges.has(i) + edges.has(j);
      const kind = this.kind(word) ?? (ends === 2 && this.isNickname(word) && "nick");
      if (kind && (j - i > 2 || ends === 2)) yield [costs.known + costs.glued * (2 - ends), kind, j];
    }
    if (!nextEdge) return;
    const beginsName = nextEdge === i + 1 || this.surnameFrom(text, i + 1);
    if (beginsName && !isNumber(text[i])) yield [costs.initial, "initial", i + 1];
    if (isNumber(part(text, i, nextEdge))) yield [costs.number, "number", nextEdge];
    yield [costs.unknown + nextEdge - i, "unknown", nextEdge];
  }

  surnameFrom(text, i) {
    const isSurname = (_, k) => k > i && ["last", "given"].includes(this.kind(part(text, i, k + 1)));
    return text.some(isSurname);
  }

  /** Whether it is a given name with an ending such as -ie or -tje. */
  isNickname(word) {
    const { data, firstNames } = this.lexicon;
    return data.nicknames.some((ending) => {
      const stem = word.endsWith(ending) ? word.slice(0, -ending.length) : "";
      return sizeOf(stem) > 2 && firstNames.has(stem);
    });
  }
}

/** What letters read as when their digits stand for letters: k4rel, bl0kker. */
export function withLettersForDigits(text, { data }) {
  if (text.every(isNumber) || !text.some(isNumber)) return [];
  return data.look_alikes.map(([from, to]) => text.map((mark) => to[from.indexOf(mark)] ?? mark));
}

const part = (text, start, end) => text.slice(start, end).join("");
