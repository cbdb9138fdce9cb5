/**
 * The browser executor: one post against one pack, with the findings of engine/draft.py.
 *
 * The pack must have its facts (engine/facts.py). Nothing here touches a page, network or clock.
 */

import { clockOf, strikes } from "./clocks.js";
import { describe, Original } from "./findings.js";
import { Finder } from "./hits.js";
import { Measures } from "./measures.js";
import { Reader } from "./reading.js";

const checkers = new WeakMap();

/**
 * The findings in `post`, by place. `post` is `{text, as, network, at, media, now}`, with times in
 * ISO 8601 or as a Date; `now` stands in for `at`. Each finding counts `start` and `end` in code
 * points, `startUtf16` and `endUtf16` in what JavaScript counts.
 */
export function check(pack, post, lang) {
  if (!checkers.has(pack)) checkers.set(pack, prepare(pack));
  return checkers.get(pack)(post, lang);
}

/** The same as a function of post and language, for which the pack is read once. */
export function prepare(pack) {
  const reader = new Reader(pack.tables);
  const finder = new Finder(pack, reader);
  const ways = new Map();
  const measured = [];
  pack.rules.forEach((rule, r) =>
    rule.parts.forEach((part, p) => {
      const way = { rule, part, r, p };
      if (part.measure) measured.push(way);
      else ways.set(part.set, [...(ways.get(part.set) ?? []), way]);
    }),
  );
  const searched = finder.searched.filter((set) => ways.has(set));
  const sentenceEnd = new RegExp(pack.facts.sentence_end, "g");
  const measures = measured.length ? new Measures(reader, pack.facts) : null;
  const clock = clockOf(pack.timezone);

  let last; // one text is often asked about more than once: for each network that it goes to

  return (post, lang = pack.protocol.languages[0]) => {
    if (last?.text !== post.text) {
      const statement = new Statement(finder, reader.read(post.text), sentenceEnd);
      last = { text: post.text, statement };
    }
    const { statement } = last;
    const { read } = statement;
    let at;
    const time = () => (at ??= clock(post.at ?? post.now));
    const hits = new Map(); // by rule
    const add = (way, spans) => {
      const found = spans.map(([start, end]) => ({ ...way, start, end }));
      hits.set(way.r, [...(hits.get(way.r) ?? []), ...found]);
    };
    for (const set of new Set([...statement.byWords.keys(), ...searched])) {
      for (const way of ways.get(set) ?? []) {
        if (!holds(way.rule, post, time)) continue;
        add(
          way,
          statement.confirmed(way.part).map((each) => reader.span(read, each)),
        );
      }
    }
    for (const way of measured) {
      if (!holds(way.rule, post, time)) continue;
      add(way, measures[way.part.measure](read, way.part.amount ?? 0, post));
    }
    const kept = notSilenced([...hits.values()].flatMap(apart), statement);
    kept.sort((a, b) => a.start - b.start || a.end - b.end || a.r - b.r);
    if (!kept.length) return [];
    const original = new Original(post.text);
    return kept.map((hit) => describe(pack, hit, original, lang));
  };
}

/** A read text with its hits, asked about what stands around one of them; engine/conditions.py. */
class Statement {
  constructor(finder, read, sentenceEnd) {
    this.finder = finder;
    this.read = read;
    this.byWords = finder.lookUp(read);
    this.known = new Map();
    const ends = [...read.text.matchAll(sentenceEnd)].map(
      ({ 0: end, index }) => index + end.length,
    );
    this.sentenceStarts = [0, ...ends];
  }

  of(set) {
    if (!this.known.has(set)) this.known.set(set, this.finder.search(set, this.read, this.byWords));
    return this.known.get(set);
  }

  /** The hits of a part's set that meet all its conditions. */
  confirmed({ set, when = [], first }) {
    const found = this.of(set).filter((hit) => when.every((each) => this.meets(hit, each)));
    return first ? found.slice(0, 1) : found;
  }

  meets(hit, { set, where, within = 0, absent = false }) {
    return this.of(set).some((other) => this.stands(hit, other, where, within)) !== absent;
  }

  stands(hit, other, where, within) {
    if (where === "inside") return other[0] <= hit[0] && hit[1] <= other[1];
    if (where === "around") return hit[0] <= other[0] && other[1] <= hit[1];
    if (other[0] < hit[1] && hit[0] < other[1]) return false;
    if (where === "post") return true;
    if (this.sentence(hit) !== this.sentence(other)) return false;
    if (where === "sentence") return true;
    const isBefore = other[1] <= hit[0];
    if (where === (isBefore ? "after" : "before")) return false;
    const [left, right] = isBefore ? [other, hit] : [hit, other];
    return this.wordsBefore(right[0]) - this.wordsBefore(left[1]) <= within;
  }

  sentence([start]) {
    return howMany(this.sentenceStarts, (each) => each <= start);
  }

  wordsBefore(end) {
    return howMany(this.read.places, ([start]) => start < end);
  }

  /** The sentences of the original that a hit touches. */
  sentenceOf(hit) {
    const { sentenceStarts: starts, read, finder } = this;
    const touched = starts
      .map((start, i) => [start, starts[i + 1] ?? read.text.length])
      .filter(([start, end]) => start < end)
      .map((each) => finder.reader.span(read, each))
      .filter(([start, end]) => overlap(hit, { start, end }));
    return touched.length ? { start: touched[0][0], end: touched.at(-1)[1] } : hit;
  }
}

/** How many of a sorted row come before the first that does not pass. */
function howMany(row, passes) {
  let low = 0;
  for (let high = row.length; low < high;) {
    const middle = (low + high) >> 1;
    if (passes(row[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the rule is about this sort of post, on this network, at this time. */
function holds({ as, networks, until, clocks }, post, time) {
  if (as && !as.includes(post.as ?? "affiliated")) return false;
  if (networks && post.network != null && !networks.includes(post.network)) return false;
  if (until && time().day >= until) return false;
  return !clocks || clocks.some((clock) => strikes(clock, time()));
}

const overlap = (a, b) => a.start < b.end && b.start < a.end;

/** The hits of one rule without overlap: the longest first, then the leftmost. */
function apart(hits) {
  const kept = [];
  hits.sort((a, b) => a.start - a.end - (b.start - b.end) || a.start - b.start || a.p - b.p);
  for (const hit of hits) {
    const isTaken = (each) =>
      overlap(hit, each) || (hit.start === each.start && hit.end === each.end);
    if (!kept.some(isTaken)) kept.push(hit);
  }
  return kept;
}

/** The hits of which the kind is not silenced by another hit in the same sentence. */
function notSilenced(hits, statement) {
  const quiet = hits.flatMap((hit) =>
    (hit.rule.silences ?? []).map((kind) => ({ kind, ...statement.sentenceOf(hit) })),
  );
  return hits.filter(
    (hit) => !quiet.some((each) => each.kind === hit.rule.kind && overlap(hit, each)),
  );
}
