/** The words around the organisation's name that say what it is; see engine/account/cues.py. */

import { isNumber } from "./lexicon.js";
import { range } from "./passage.js";

/** What `cue` says from before the organisation's name, by the first of its words. */
export function cueBefore(passage, mention, { says, before, reach, through }) {
  const { data, phrases } = passage.lexicon;
  const start = Math.max(passage.segments[mention.first], mention.first - data.limits.phrase - reach);
  const first = range(start, mention.first).find((k) => {
    const end = passage.phraseAt(k, before);
    if (end === k || end > mention.first || mention.first - end > reach) return false;
    if (passage.phraseAt(k, phrases.jobs) > end) return false; // investor, and investor relations
    return passage.isOpen(k, mention.first) && lets(passage, end, mention.first, through);
  });
  return first !== undefined && { says, first, last: mention.last };
}

/** What `cue` says from behind the organisation's name. */
export function cueAfter(passage, mention, { says, after, reach }) {
  const stop = Math.min(passage.words.length, mention.last + reach + 1);
  for (const k of range(mention.last, stop)) {
    const last = passage.phraseAt(k, after);
    const isClear = last > k && lets(passage, mention.last, k, "filler");
    if (isClear && passage.isOpen(mention.last - 1, k)) return { says, first: mention.first, last };
  }
  return null;
}

/** Whether what stands between a cue and the organisation leaves the cue its meaning. */
function lets(passage, start, end, through) {
  const between = range(start, end);
  if (through === "filler" || through === "life") {
    const lives = (k) => through === "life" && passage.isIn(k, "lives");
    return between.every((k) => isFiller(passage, k) || lives(k));
  }
  const isWork = (k) => passage.isIn(k, "work") || isJob(passage, k);
  if (between.some((k) => passage.isIn(k, "barrier"))) return false;
  return through !== "idle" || !between.some(isWork);
}

/** Whether word `k` changes nothing of what is said: an article, a job, a department. */
export function isFiller(passage, k) {
  const word = passage.words[k];
  const isPlace = ["department", "channel"].includes(passage.lexicon.kinds.get(word));
  const isListed = passage.isIn(k, "filler") || passage.isIn(k, "work");
  return isListed || isPlace || isNumber(word) || isJob(passage, k);
}

/** Whether word `k` is a job or part of one. */
export function isJob(passage, k) {
  const { jobs } = passage.lexicon.phrases;
  const isPhrase = passage.phraseAt(k, jobs) > k || passage.phraseAt(k - 1, jobs) > k;
  return isPhrase || endsAsJob(passage, k);
}

/** Where a job begins that belongs to the organisation, also as the item before it in a list. */
export function jobBefore(passage, { first }) {
  const { data, phrases } = passage.lexicon;
  const { job: reach, phrase } = data.limits;
  let found;
  for (let k = first - 1; k > Math.max(-1, first - reach - phrase); k--) {
    if (passage.has(k + 1, ".!?\n")) break;
    let end = passage.phraseAt(k, phrases.jobs);
    if (end === k && endsAsJob(passage, k)) end = k + 1;
    if (end === k || end > first || first - end > reach) continue;
    if (range(end, first).every((i) => isFiller(passage, i))) found = k;
  }
  return found;
}

function endsAsJob({ words, lexicon }, k) {
  return lexicon.data.profile.job_endings.some((ending) => words[k].endsWith(ending));
}
