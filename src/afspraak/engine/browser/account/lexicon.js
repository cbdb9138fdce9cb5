/** The section of the pack made ready for reading; see engine/account/lexicon.py. */

import { Reader } from "../reading.js";

export class Lexicon {
  constructor(tables, data) {
    const { profile, pieces, account } = data;
    this.data = data;
    this.reader = new Reader(tables);
    this.upper = lettersOf(data.case.upper);
    this.lower = lettersOf(data.case.lower);
    this.names = data.names.map((name) => ({ ...name, joined: name.words.join("") }));
    this.byLength = [...this.names].sort((a, b) => sizeOf(b.joined) - sizeOf(a.joined));
    this.byJoined = new Map(this.names.map((name) => [name.joined, name]));
    this.kinds = kindsOf(data);
    this.longestWord = Math.max(...[...this.kinds.keys()].map(sizeOf));
    this.firstNames = new Set(pieces.first);
    this.trades = new Set(pieces.trade);
    this.lists = mapped({ ...profile, titles: data.titles }, (words) => new Set(words));
    this.phrases = mapped({ ...profile, jobs: data.jobs.flatMap(inWords) }, phrases);
    this.account = mapped(account, phrases);
    this.cues = data.cues.map((cue) => ({
      ...cue,
      before: phrases(cue.before),
      after: phrases(cue.after),
    }));
  }

  /** A text folded, with its code points as they were written. */
  fold(text) {
    return { ...this.reader.read(text), original: [...text] };
  }

  /** The key of the network that `given` names, or nothing when it is not known. */
  network(given) {
    const isIt = ([key, { aliases }]) => given === key || aliases.includes(given);
    return Object.entries(this.data.networks).find(isIt)?.[0] ?? "";
  }

  /** What a handle may look like on `network`. */
  rules(network) {
    return this.data.networks[network || "default"];
  }

  /** A text in both languages. */
  inBoth(text) {
    return { nl: text("nl"), en: text("en") };
  }
}

/** How many code points a text has. */
export const sizeOf = (text) => [...text].length;

export const isNumber = (text) => /^[0-9]+$/.test(text);

export const isAscii = (text) => /^[\0-\x7f]*$/.test(text);

const inWords = ({ nl, en }) => [...nl, ...en];

function mapped(lists, change) {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, change(list)]));
}

/** `each` as words, by first word, the longest first. */
function phrases(each) {
  const found = new Map();
  const all = each.map((phrase) => phrase.split(" ")).sort((a, b) => b.length - a.length);
  for (const words of all) found.set(words[0], [...(found.get(words[0]) ?? []), words]);
  return found;
}

/** What each word is; a word that stands in two lists is of the kind that comes first. */
function kindsOf({ order, pieces, jobs }) {
  const one = jobs.flatMap(inWords).filter((job) => !job.includes(" "));
  const pairs = [...order.map((kind) => [kind, pieces[kind]]), ["job", one]];
  return new Map(pairs.flatMap(([kind, words]) => words.map((word) => [word, kind])).reverse());
}

/** The letters of a flat list of first, last, step. */
function lettersOf(runs) {
  const letters = new Set();
  for (let i = 0; i < runs.length; i += 3) {
    for (let point = runs[i]; point <= runs[i + 1]; point += runs[i + 2]) {
      letters.add(String.fromCodePoint(point));
    }
  }
  return letters;
}
