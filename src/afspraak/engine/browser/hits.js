/** Where the sets of a pack stand in a text, as stretches of the folded text; see engine/hits.py. */

import { CHECKS } from "./checks.js";
import { Known } from "./known.js";
import { sha256 } from "./vendor/noble-hashes/sha2.js";

const HASH_BYTES = 12;
const encoder = new TextEncoder();

export class Finder {
  constructor({ sets, patterns, facts }, reader) {
    this.sets = sets.map((set) => ({ ...set, ...hashing(set) }));
    this.patterns = patterns.map((each) => ({ ...each, regex: new RegExp(each.regex, "gu") }));
    this.facts = facts;
    this.reader = reader;
    this.gap = new RegExp(`^(?:${facts.gap})$`, "u");
    this.phrases = new Map(); // by their first word, then by their second
    this.openPhrases = new Map(); // whose last word may go on: by their first word
    this.starts = new Map();
    this.searched = [];
    this.beginnings = new Known((word) => this.beginning(word));
    sets.forEach((set, number) => this.add(set, number));
    this.lengths = [...new Set([...this.starts.keys()].map(({ length }) => length))];
  }

  add({ word = [], start = [], patterns, anywhere, hashed }, set) {
    if (patterns || anywhere || hashed) this.searched.push(set);
    for (const phrase of word) {
      const words = phrase.split(" ");
      if (!this.phrases.has(words[0])) this.phrases.set(words[0], new Map());
      push(this.phrases.get(words[0]), words[1], { set, words });
    }
    for (const phrase of start) {
      const words = phrase.split(" ");
      push(words[1] ? this.openPhrases : this.starts, words[0], { set, words, isOpen: true });
    }
  }

  /** The stretches of each set that words and phrases alone give. */
  lookUp(read) {
    const { words, places } = read;
    const found = new Map();
    words.forEach((word, i) => {
      const [alone, seconds, open] = this.beginnings.of(word);
      const take = (entry) => {
        const end = this.endOf(entry, read, i);
        if (end) push(found, entry.set, [places[i][0], end]);
      };
      alone.forEach(take);
      if (seconds && i + 1 < words.length) seconds.get(words[i + 1])?.forEach(take);
      open.forEach(take);
    });
    return found;
  }

  /** The phrases that begin with a word: of that word alone, by their second word, and open ones. */
  beginning(word) {
    const seconds = this.phrases.get(word);
    const starts = this.lengths
      .filter((length) => length <= word.length)
      .flatMap((length) => this.starts.get(word.slice(0, length)) ?? []);
    return [seconds?.get(undefined) ?? [], seconds, [...(this.openPhrases.get(word) ?? []), ...starts]];
  }

  /** Where the phrase ends whose first word is word `i`, or nothing when the rest does not follow. */
  endOf({ words, isOpen }, read, i) {
    const last = words.length - 1;
    for (let k = 1; k <= last; k++) {
      const word = read.words[i + k] ?? "";
      const isIt = isOpen && k === last ? word.startsWith(words[k]) : word === words[k];
      if (!isIt || !this.isGap(read, i + k)) return null;
    }
    return read.places[i + last][1];
  }

  /** Whether what stands before word `i` may stand between two words of a phrase. */
  isGap({ text, places }, i) {
    return this.gap.test(text.slice(places[i - 1][1], places[i][0]));
  }

  /** The stretches of a set in a text of which `byWords` is known. */
  search(number, read, byWords) {
    const { patterns = [], anywhere = [], hashed, exact, isHashed } = this.sets[number];
    let found = [...(byWords.get(number) ?? [])];
    for (const each of patterns) {
      const pattern = this.patterns[each];
      if (mayHold(read, pattern)) found = [...found, ...this.confirmed(pattern, read)];
    }
    for (const phrase of anywhere) found = [...found, ...this.anywhere(phrase, read.text)];
    if (hashed) found = [...found, ...this.hashed(hashed, isHashed, read)];
    if (exact) {
      found = found.filter((stretch) => {
        const written = read.points.slice(...this.reader.span(read, stretch));
        return exact.forms.includes(this.exactForm(written, exact.mode));
      });
    }
    found.sort(byPlace);
    return found.filter((each, i) => i === 0 || byPlace(each, found[i - 1]));
  }

  *anywhere(phrase, text) {
    const words = phrase.split(" ");
    if (!text.includes(words[0])) return;
    const gap = `(?:${this.facts.gap})`;
    yield* everyMatch(new RegExp(words.join(gap), "gu"), text);
  }

  *hashed({ words: most }, isHashed, read) {
    const { words, places } = read;
    for (let i = 0; i < words.length; i++) {
      let phrase = "";
      for (let k = i; k < Math.min(words.length, i + most); k++) {
        if (k > i && !this.isGap(read, k)) break;
        phrase = k > i ? `${phrase} ${words[k]}` : words[k];
        if (isHashed.of(phrase)) yield [places[i][0], places[k][1]];
      }
    }
  }

  /** Where a pattern stands, its check agrees and its boundaries hold; see engine/confirm.py. */
  *confirmed(pattern, read) {
    const { regex, left, right, check } = pattern;
    const { text } = read;
    for (let [start, end] of everyMatch(regex, text)) {
      // the last code point of two units is the one before, whether they are a pair or not
      const before = [...text.slice(Math.max(0, start - 2), start)].at(-1);
      if (!this.isFree(left, before, text[start - 2])) continue;
      if (check) {
        end = this.keptEnd(pattern, read, start, end);
        if (!end) continue;
      }
      const [after] = text.slice(end, end + 2);
      if (end === start || !this.isFree(right, after, text[end + 1])) continue;
      yield [start, end];
      regex.lastIndex = end;
    }
  }

  isFree(boundary, beside, beyond) {
    if (!boundary || !beside) return true;
    if (this.reader.isWord(beside)) return false;
    return boundary !== "number" || !/^[.,/+-][0-9]/.test(beside + beyond);
  }

  /** Where the part of a match ends that its check keeps; nothing when it refuses the match. */
  keptEnd({ check, only, exempt = [] }, read, start, end) {
    const original = read.points.slice(...this.reader.span(read, [start, end])).join("");
    const kept = CHECKS[check](read.text.slice(start, end), original, this.facts.checks);
    if (!kept) return null;
    const isOneOf = (forms) =>
      forms.some((form) => kept.normal === form || kept.normal.endsWith(`.${form}`));
    return isOneOf(exempt) || (only && !isOneOf(only)) ? null : start + kept.length;
  }

  /** `written` without gaps, with the capitals and/or accents that the mode asks for. */
  exactForm(written, mode) {
    const { reader } = this;
    const isLetter = (point) => [...reader.fold(point)].some((each) => reader.isWord(each));
    const known = written.map((point) => (isLetter(point) || reader.isMark(point) ? point : "-"));
    const kept = [...known.join("").normalize("NFC")].filter(isLetter).join("");
    if (mode === "accents") return kept.toLowerCase().replaceAll("\u03c2", "\u03c3");
    if (mode === "both") return kept;
    return [...kept.normalize("NFD")].filter((point) => !reader.isMark(point)).join("");
  }
}

/** Whether a text has what every match of the pattern has. */
function mayHold({ text, digits }, { strings, digits: needed = 0 }) {
  return needed <= digits && (!strings || strings.some((each) => text.includes(each)));
}

/** Every match from left to right. The next is looked for one code point after its start. */
function* everyMatch(regex, text) {
  regex.lastIndex = 0;
  for (let match; (match = regex.exec(text));) {
    const [{ length }] = match;
    regex.lastIndex = match.index + (text.codePointAt(match.index) > 0xffff ? 2 : 1);
    yield [match.index, match.index + length];
  }
}

function hashing({ hashed }) {
  if (!hashed) return {};
  const hashes = new Set(hashed.hashes);
  const hash = (phrase) => sha256(encoder.encode(hashed.salt + phrase)).subarray(0, HASH_BYTES);
  return { isHashed: new Known((phrase) => hashes.has(Array.from(hash(phrase), hexadecimal).join(""))) };
}

function push(groups, key, value) {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

const byPlace = (a, b) => a[0] - b[0] || a[1] - b[1];
const hexadecimal = (byte) => byte.toString(16).padStart(2, "0");
