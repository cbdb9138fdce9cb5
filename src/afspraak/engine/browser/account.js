/**
 * The account check in a page: how a follower will take an account, why, and what one may do about
 * it. Gives what engine/account/reader.py gives, by the same section of the pack.
 *
 * The modules of account/ follow those of engine/account/, where the reasons stand.
 */

import { Lexicon } from "./account/lexicon.js";
import { lookAt } from "./account/look.js";
import { suggest } from "./account/suggestions.js";
import { decide } from "./account/verdict.js";

const lexicons = new WeakMap();

/**
 * How a follower takes `account`, which is `{handle, name, bio, network}`: `{reading, evidence,
 * advice, handles, bio}`, with every text as `{nl, en}`. Evidence counts `start` and `end` in code
 * points of the field `where`; a link stands in the profile text.
 */
export function readAccount(pack, account) {
  if (!lexicons.has(pack)) lexicons.set(pack, new Lexicon(pack.tables, pack.account));
  const lexicon = lexicons.get(pack);
  const look = lookAt(lexicon, account);
  const verdict = decide(look.seen);
  const ideas = suggest(look, lexicon, verdict);
  const { advice, texts, organisation } = lexicon.data;
  const network = lexicon.rules(look.address.network).called;
  const say = (key, values) =>
    lexicon.inBoth((lang) =>
      filled(texts[key][lang], { organisation, network, ...values?.[lang] }),
    );

  const [handle = ""] = ideas.work;
  const [apart = ""] = ideas.apart;
  const values = lexicon.inBoth((lang) => ({ handle, private: apart, line: ideas.bio[lang] }));
  const facts = factsOf(look.seen, ideas);
  const chosen = advice[verdict.reason] ?? [[verdict.reason]];
  const given = chosen.filter(([, ...holds]) => holds.every((each) => facts[each]));
  return {
    reading: verdict.reading,
    evidence: [...evidence(look, verdict)].map(([where, folded, says, start, end]) => {
      const span = lexicon.reader.span(folded, [start, end]);
      const text = folded.original.slice(...span).join("");
      const said = say(
        `evidence.${says}`,
        lexicon.inBoth(() => ({ text })),
      );
      return { where, start: span[0], end: span[1], text, says: said };
    }),
    advice: [say(`takes.${verdict.reason}`), ...given.map(([key]) => say(`advice.${key}`, values))],
    handles: [...ideas.work, ...ideas.apart],
    bio: ideas.bio,
  };
}

/** What advice may ask for. */
function factsOf(seen, { work, apart }) {
  return {
    disclaimer: seen.says("disclaimer"),
    "no-disclaimer": !seen.says("disclaimer"),
    work: work.length,
    private: apart.length,
    "no-private": !apart.length && seen.namesUs,
    business: seen.business,
  };
}

/** Every piece of evidence, field by field, in the order of the text. */
function* evidence({ handle, name, bio, address, handlePieces, namePieces, seen }, { reason }) {
  const signs = [...seen.handle.signs];
  const add = (says, stretch) => stretch && signs.push([says, ...stretch]);
  add("server", address.own);
  add("likeness", address.likeness);
  add("page", address.page);
  if (!signs.length && handlePieces.length) add("person", wholeOf(handlePieces));
  signs.sort((a, b) => a[1] - b[1] || a[2] - b[2]);
  for (const sign of signs) yield ["handle", handle, ...sign];
  for (const sign of seen.name.signs) yield ["name", name, ...sign];
  if (seen.business && reason === "private" && seen.either("person")) {
    if (seen.name.kind === "person") yield ["name", name, "business", ...wholeOf(namePieces)];
    else yield ["handle", handle, "business", ...wholeOf(handlePieces)];
  }
  for (const { says, start, end } of seen.facts) {
    // A job names no employer by itself, but beside a handle that does it says more.
    const said = says === "job-alone" && seen.namesUs ? "job" : says;
    yield [says === "link" ? "link" : "bio", bio, said, start, end];
  }
}

const wholeOf = (pieces) => [pieces[0].start, pieces.at(-1).end];

/** `text` with each `{name}` replaced once: what is quoted is never searched. */
const filled = (text, values) => text.replace(/\{([^}]*)\}/g, (_, name) => values[name]);
