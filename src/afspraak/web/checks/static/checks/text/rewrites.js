/**
 * What a finding can be mended with by itself. Nothing is offered on trust: a rewrite counts only
 * when the check, run on the new text, no longer has this finding and has no other one more.
 */

const KEPT_EMOJI = 2;
const NEARLY_NEVER_A_NAME = 2;
const SAID = { nl: "Ik werk er zelf.", en: "I work there." };
const TELLING = {
  nl: new Set("aan dat de die een en het hij ik is je met mijn niet nog of ons op te van wat wij zijn zo".split(" ")),
  en: new Set("a all an and are at for from i in is it my not of on our the that this to was we with you".split(" ")),
};

/** The rewrites of `finding` that hold: `{sort, start, end, text, shown}`. */
export function rewritesOf(finding, text, { check, graphemes, names, lang }) {
  const make = MAKERS[finding.measure] ?? MAKERS[finding.part] ?? MAKERS[finding.kind];
  if (!make || (!finding.hasPlace && finding.kind !== "disclosure")) return [];
  const before = check(text);
  const offered = make(finding, text, { check, graphemes, names, lang });
  return offered.filter((each) => mends(finding, before, check(applied(each, text))));
}

/** The text with a rewrite in it. */
export const applied = ({ start, end, text }, whole) =>
  whole.slice(0, start) + text + whole.slice(end);

function mends(finding, before, after) {
  const left = new Map();
  for (const each of before) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  left.set(keyOf(finding), left.get(keyOf(finding)) - 1);
  for (const each of after) {
    const key = keyOf(each);
    if (!left.get(key)) return false;
    left.set(key, left.get(key) - 1);
  }
  return true;
}

const keyOf = ({ rule, part, quote }) => [rule, part, quote].join("\n");

const MAKERS = {
  "personal-data": taken,
  secrets: taken,
  "hashtag-count": taken,
  "emoji-run": ({ start, end, quote }, _text, { graphemes }) => {
    const kept = graphemes(quote).filter((each) => each.trim()).slice(0, KEPT_EMOJI).join("");
    return [{ sort: "write", start, end, text: kept, shown: kept }];
  },
  capitals: ({ start, end, quote }, text, { names }) => {
    const written = inSmallLetters(quote, text.slice(0, start), names);
    return [{ sort: "write", start, end, text: written, shown: written }];
  },
  "hashtag-case": ({ start, end, quote }, text, { names }) => {
    const written = withCapitals(quote.slice(1), wordsIn([text.replaceAll(quote, " "), ...names]));
    return written ? [{ sort: "write", start, end, text: `#${written}`, shown: `#${written}` }] : [];
  },
  tracking: ({ start, end, quote, rule }, _text, { check }) => {
    const [, page, sign, asked, place] = /^([^?#]*)([?]?)([^#]*)(#?.*)$/s.exec(quote);
    const isFine = (part) => check(page + sign + part).every((each) => each.rule !== rule);
    const kept = asked.split("&").filter(isFine).join("&");
    const written = page + (kept && sign + kept) + place;
    return [{ sort: "write", start, end, text: written, shown: written }];
  },
  disclosure: ({ end }, text, { lang }) => {
    const said = SAID[languageOf(text, lang)];
    const stop = text.indexOf("\n", end);
    const at = stop < 0 ? text.length : stop;
    const paragraph = text.slice(0, at).trimEnd();
    const ended = /[\p{L}\p{N}’')\]"”]$/u.test(paragraph) && !/#\S+$/.test(paragraph);
    const added = `${ended ? "." : ""} ${said}`;
    return [{ sort: "add", start: paragraph.length, end: at, text: added, shown: said }];
  },
};

/** Without the words, and without a space too many. */
function taken({ start, end }, text) {
  const isLoose = /\s/.test(text[start - 1] ?? " ") && /^(?:[\s.,;:!?)]|$)/.test(text.slice(end));
  const from = isLoose && start > 0 && text[start - 1] !== "\n" ? start - 1 : start;
  return [{ sort: "take", start: from, end, text: "", shown: "" }];
}

/** Shouting as it is said: a capital at the start of a sentence and of names that are known. */
function inSmallLetters(loud, before, names) {
  const known = new Map([...wordsIn(names)].map((word) => [word.toLowerCase(), word]));
  const small = loud.replace(/[\p{L}\p{M}\p{N}’']+/gu, (word) => {
    const lower = word.toLocaleLowerCase("nl");
    return known.get(lower) ?? (word === "I" ? word : lower);
  });
  const opens = /(?:^|[.!?]\s+|\n)["'‘“(]*$/.test(before);
  const sentences = small.replace(/([.!?]\s+)(\p{L})/gu, (_, end, letter) => end + upper(letter));
  return opens ? sentences.replace(/\p{L}/u, upper) : sentences;
}

/** A hashtag with a capital at each word, when it is made of words that are known; else nothing. */
function withCapitals(tag, words) {
  const known = new Map(Array.from(words, (word) => [word.toLowerCase(), word]));
  const small = tag.toLowerCase();
  const ways = ["", ...Array(small.length).fill(null)];
  for (let end = 1; end <= small.length; end++) {
    for (let start = 0; start < end && ways[end] === null; start++) {
      const word = small.slice(start, end);
      const whole = start === 0 && end === small.length;
      if (ways[start] === null || whole || word.length <= NEARLY_NEVER_A_NAME) continue;
      if (known.has(word)) ways[end] = ways[start] + upper(known.get(word));
    }
  }
  return ways.at(-1);
}

const upper = (word) => word.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase("nl"));

const wordsIn = (texts) => new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []));

/** The language a text seems to be in; in doubt, the reader's. */
export function languageOf(text, lang) {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (of) => words.filter((word) => TELLING[of].has(word)).length;
  const other = lang === "nl" ? "en" : "nl";
  return count(other) > count(lang) ? other : lang;
}
