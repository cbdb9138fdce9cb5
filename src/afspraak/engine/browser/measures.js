/** What can be measured of a whole post; see engine/measures.py, length.py and graphemes.py. */

import { Known } from "./known.js";
import { Signs } from "./signs.js";

const START = [[0, 0]];
/** Between words: nothing that counts as one reaches over such a place, nor looks beyond it. */
const BETWEEN = /(?<=[!-~])(?= )|(?<=\n)/;

export class Measures {
  constructor(reader, { networks, measures, length, graphemes }) {
    this.signs = new Signs(reader);
    this.networks = networks;
    this.given = { ...measures, ...length };
    this.cluster = new RegExp(graphemes.cluster, "g");
    this.classes = classesOf(graphemes.classes);
    this.tallies = new Map(); // of each word, by way of counting
  }

  length(read, _amount, { network }) {
    const cut = network in this.networks ? this.cutAt(this.networks[network], read) : null;
    return cut === null ? [] : [[cut, read.points.length]];
  }

  "hashtag-case"(read, amount) {
    const { long_word, max_long_word } = this.given;
    const isLongWord = (tag) => tag.length <= max_long_word && new RegExp(long_word).test(tag);
    return this.hashtags(read)
      .filter(({ tag }) => tag.length >= amount && /[a-zé]/.test(tag) && !/[A-ZÉ_]/.test(tag))
      .filter(({ tag }) => !isLongWord(tag))
      .map(({ span }) => span);
  }

  "hashtag-count"(read, amount, { network }) {
    const allowed = amount || (this.networks[network]?.hashtags ?? Infinity);
    return this.hashtags(read)
      .slice(allowed)
      .map(({ span }) => span);
  }

  capitals(read, amount) {
    const signs = this.signsOf(read);
    const gap = new RegExp(`^(?:${this.given.gap})$`);
    const runs = [];
    let run = null;
    for (const { 0: word, index } of signs.matchAll(new RegExp(this.given.word, "g"))) {
      const isLoud = /[A-ZÉ]/.test(word) && !/[a-zé]/.test(word);
      if (!isLoud || !run || !gap.test(signs.slice(run.end, index))) run = null;
      if (!isLoud) continue;
      if (!run) runs.push((run = { start: index, count: 0 }));
      run.end = index + word.length;
      run.count += word.length > 1;
    }
    return runs.filter(({ count }) => count >= amount).map(({ start, end }) => [start, end]);
  }

  "emoji-run"(read, amount) {
    if (!read.points.some((point) => this.isOfEmoji(point))) return [];
    const runs = [];
    let run = null;
    for (const [start, end] of this.graphemes(read.points)) {
      if (this.isEmoji(read.points.slice(start, end))) {
        if (!run) runs.push((run = { start, count: 0 }));
        run.end = end;
        run.count++;
      } else if (!/^[ \t\n]+$/.test(this.signs.of(read.points.slice(start, end)))) run = null;
    }
    return runs.filter(({ count }) => count > amount).map(({ start, end }) => [start, end]);
  }

  "media-alt"(_read, _amount, { media = [] }) {
    const isEmpty = ({ alt }) => !/[^ \t\n]/.test(this.signs.of([...(alt ?? "")]));
    return media.some(isEmpty) ? START : [];
  }

  "media-alt-length"(_read, _amount, { media = [], network }) {
    const most = this.networks[network]?.alt ?? Infinity;
    return media.some(({ alt }) => [...(alt ?? "")].length > most) ? START : [];
  }

  "media-gps"(_read, _amount, { media = [] }) {
    return media.some(({ gps }) => gps) ? START : [];
  }

  "media-people"(_read, _amount, { media = [] }) {
    return media.some((each) => each.people_asked === false) ? START : [];
  }

  post({ points }) {
    return [[0, points.length]];
  }

  signsOf(read) {
    return (read.signs ??= this.signs.of(read.points));
  }

  /** Each hashtag: its span, and its name in signs. */
  hashtags(read) {
    const found = this.signsOf(read).matchAll(new RegExp(this.given.hashtag, "g"));
    return Array.from(found, ({ 0: whole, 1: tag, index }) => ({
      tag,
      span: [index, index + whole.length],
    }));
  }

  /** The first code point that no longer fits on the network; null when all fits. */
  cutAt(network, { points }) {
    return this.tally(network, points.join("")).cut;
  }

  /** What a text counts on a network, and its first code point that no longer fits, or null. */
  tally(network, text) {
    const way = [network.unit, network.link, network.mentions].join(" ");
    if (!this.tallies.has(way)) {
      this.tallies.set(way, new Known((word) => this.tallyOf(network, word)));
    }
    const tallies = this.tallies.get(way);
    let used = 0;
    let points = 0;
    let cut = null;
    for (const word of text.split(BETWEEN)) {
      const { cost, pieces, size } = tallies.of(word);
      if (cut === null && used + cost > network.limit) {
        let sum = used;
        cut = points + pieces.find((piece) => (sum += piece[2]) > network.limit)[0];
      }
      used += cost;
      points += size;
    }
    return { used, cut };
  }

  tallyOf(network, word) {
    const points = [...word];
    const pieces = [...this.costs(network, { points })];
    const cost = pieces.reduce((sum, piece) => sum + piece[2], 0);
    return { cost, pieces, size: points.length };
  }

  /** The pieces that stay together, and what each counts. */
  *costs(network, read) {
    const { points } = read;
    let position = 0;
    const whole = [points.length, points.length, 0];
    for (const piece of [...this.special(network, read), whole]) {
      const plain = points.slice(position, piece[0]);
      for (const [start, end] of this.graphemes(plain)) {
        const cost = this.cost(network.unit, plain.slice(start, end));
        yield [position + start, position + end, cost];
      }
      yield piece;
      position = piece[1];
    }
  }

  /** Links, and mentions with a server: they count otherwise. */
  special({ link, mentions, unit }, read) {
    const signs = this.signs.of(read.points);
    const all = (regex) => [...signs.matchAll(new RegExp(regex, "gi"))];
    const found = [];
    const isX = unit === "weighted";
    const links = link ? [...all(this.given.link), ...(isX ? all(this.given.bare) : [])] : [];
    for (const { 0: whole, index } of links) {
      let end = index + whole.length;
      while (this.given.after_link.includes(signs[end - 1])) end--;
      found.push([index, end, link]);
    }
    for (const { 0: whole, 1: local, index } of mentions === "local"
      ? all(this.given.mention)
      : []) {
      found.push([index, index + whole.length, local.length]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    let last = 0;
    return found.filter(([start, end]) => start >= last && ((last = end), true));
  }

  cost(unit, grapheme) {
    const text = grapheme.join("");
    const bytes = () => new TextEncoder().encode(text).length;
    if (unit === "graphemes") return 1;
    if (unit === "utf8") return bytes();
    if (unit === "utf16") return text.length;
    if (unit === "points") return grapheme.length;
    const isEmoji = this.isEmoji(grapheme);
    if (unit === "emoji-bytes") return isEmoji ? bytes() : grapheme.length;
    if (isEmoji) return 2;
    const isKnown = grapheme.every((point) => this.signs.sign(point) !== "·");
    const weigh = (point) =>
      this.given.light.some(([first, last]) => first <= point && point <= last) ? 1 : 2;
    return [...(isKnown ? text.normalize("NFC") : text)]
      .map((point) => weigh(point.codePointAt(0)))
      .reduce((a, b) => a + b);
  }

  /** Extended grapheme clusters (UAX #29) by the frozen table. */
  *graphemes(points) {
    const classes = points.map((point) => this.classOf(point)).join("");
    for (const { 0: cluster, index } of classes.matchAll(this.cluster)) {
      yield [index, index + cluster.length];
    }
  }

  classOf(point) {
    const number = point.codePointAt(0) - 0xac00; // Hangul: the class follows from the number
    if (number >= 0 && number < 11172) return number % 28 ? "I" : "H";
    return this.classes.get(point) ?? "o";
  }

  /** Whether a code point can be what makes an emoji of a grapheme. */
  isOfEmoji(point) {
    return point > "\x7f" && (point === "\u20e3" || "egR".includes(this.classOf(point)));
  }

  /** Whether a grapheme is drawn as an emoji: a picture, a flag or a keycap. */
  isEmoji(grapheme) {
    const [first] = grapheme;
    if (first < "\x80") return grapheme.at(-1) === "\u20e3";
    const sort = this.classOf(first);
    if (sort === "g") return grapheme.includes("\ufe0f");
    return sort === "e" || (sort === "R" && grapheme.length > 1);
  }
}

/** The class of each code point that the table names. */
function classesOf(table) {
  const classes = new Map();
  for (const [name, ranges] of Object.entries(table)) {
    for (const range of ranges.split(" ")) {
      const [first, last = first] = range.split("-").map((point) => parseInt(point, 16));
      for (let point = first; point <= last; point++) {
        classes.set(String.fromCodePoint(point), name);
      }
    }
  }
  return classes;
}
