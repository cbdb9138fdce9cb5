/** What a profile text tells: see engine/account/profile.py. */

import { mentionsIn } from "./mentions.js";
import { Passage } from "./passage.js";
import { relationOf } from "./relation.js";

/** Everything the profile tells about work, in the order of the text: `{says, start, end, isFirst}`. */
export function readProfile(folded, lexicon) {
  const passage = new Passage(folded, lexicon);
  const { account, phrases } = lexicon;
  const facts = [];
  for (const mention of mentionsIn(passage, lexicon)) {
    if (facts.length === lexicon.data.limits.mentions) break;
    const { says, first, last } = relationOf(passage, mention, lexicon);
    const isFirst = passage.words
      .slice(0, last)
      .some((_, k) => k >= passage.segments[first] && passage.phraseAt(k, phrases.first_person) > k);
    const [start, end] = passage.stretch(first, last);
    facts.push({ says, start, end, isFirst });
  }
  const isMentioned = facts.length > 0;
  facts.push(...firstOf(passage, account.work, "work-account", facts));
  facts.push(...firstOf(passage, account.parody, "parody", facts));
  facts.push(...firstOf(passage, account.disclaimer, "disclaimer", facts));
  if (!isMentioned) facts.push(...firstOf(passage, phrases.jobs, "job-alone", []));
  return facts.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first job the profile names, folded, its words parted by a space. */
export function jobIn(folded, lexicon) {
  const passage = new Passage(folded, lexicon);
  const ends = passage.words.map((_, k) => passage.phraseAt(k, lexicon.phrases.jobs));
  const k = ends.findIndex((end, start) => end > start);
  return k < 0 ? "" : passage.words.slice(k, ends[k]).join(" ");
}

/** The first of `phrases`, unless it is denied or already part of what was found. */
function firstOf(passage, phrases, says, facts) {
  for (let k = 0; k < passage.words.length; k++) {
    const last = passage.phraseAt(k, phrases);
    if (last === k || passage.isIn(k - 1, "denial")) continue;
    const [start, end] = passage.stretch(k, last);
    if (!facts.some((fact) => fact.start < end && start < fact.end)) return [{ says, start, end }];
  }
  return [];
}
