/** The findings in a post for all the networks it goes to, each with what the page says of it. */

import { prepare } from "../../engine/check.js";

const ORDER = ["clear", "info", "note", "ask", "stop"];
/** Measures that ask for the network. */
const BY_NETWORK = new Set(["length", "hashtag-count", "media-alt-length"]);
/** Measures of a post as a whole: there is no place in the text to mark. */
const WITHOUT_PLACE = /^(post|media-.*)$/;

export class Checking {
  constructor(pack, lang) {
    this.run = prepare(pack);
    this.lang = lang;
    this.kinds = pack.kinds;
    this.rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
    this.byNetwork = pack.rules.some(
      ({ networks, parts }) => networks || parts.some(({ measure }) => BY_NETWORK.has(measure)),
    );
  }

  /** The findings in `text`, by place. `post` is `{as, networks, at, media}`. */
  findings(text, { as, networks = [], at = null, media = [] }) {
    if (!text.trim() && !media.length) return [];
    const now = new Date();
    const found = new Map();
    for (const network of this.byNetwork && networks.length ? networks : [networks[0] ?? null]) {
      for (const each of this.run({ text, as, network, at, media, now }, this.lang)) {
        const key = [each.rule, each.part, each.start, each.end].join(" ");
        if (found.has(key)) found.get(key).networks.push(network);
        else found.set(key, this.told(each, text, network));
      }
    }
    return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  told({ rule, part, kind, clause, severity, startUtf16, endUtf16, message, advice }, text, network) {
    const { measure = "", name } = this.rules.get(rule).parts[part];
    const hasPlace = endUtf16 > startUtf16 && !WITHOUT_PLACE.test(measure);
    return {
      rule,
      part: name,
      kind,
      clause,
      measure,
      message,
      advice,
      start: startUtf16,
      end: endUtf16,
      hasPlace,
      // The writer's own words: where a list is confidential too, they are what was typed here.
      quote: hasPlace && measure !== "length" ? text.slice(startUtf16, endUtf16) : "",
      tone: kind === "protected" ? "info" : severity,
      certainty: this.kinds[kind].certainty,
      networks: [network],
    };
  }
}

/** The worst of the findings, or "clear". */
export function verdict(findings) {
  return ORDER[Math.max(0, ...findings.map(({ tone }) => ORDER.indexOf(tone)))];
}

/** Which of two tones weighs more. */
export const heavier = (a, b) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a);

/** The findings that say the same of the same words, together. */
export function grouped(findings) {
  const groups = new Map();
  for (const each of findings) {
    const key = [each.rule, each.part, each.quote, each.measure && each.networks].join("\n");
    if (groups.has(key)) groups.get(key).places.push(each);
    else groups.set(key, { key, ...each, places: [each] });
  }
  return [...groups.values()].sort(
    (a, b) => ORDER.indexOf(b.tone) - ORDER.indexOf(a.tone) || a.start - b.start,
  );
}
