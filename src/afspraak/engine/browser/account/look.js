/** Takes handle, name and profile apart, without judging yet; see engine/account/look.py. */

import { findAddress } from "./address.js";
import { impression } from "./impression.js";
import { isAscii, sizeOf } from "./lexicon.js";
import { cut } from "./pieces.js";
import { readProfile } from "./profile.js";
import { Seen } from "./verdict.js";

const OF_PERSON = { first: "first", nick: "first", last: "given", unknown: "given" };

/** Everything a reader sees of the account, field by field. */
export function lookAt(lexicon, { handle: typed, name: shown = "", bio = "", network = "" }) {
  const handle = lexicon.fold(typed);
  const name = lexicon.fold(shown);
  const text = lexicon.fold([...bio].slice(0, lexicon.data.limits.bio).join(""));
  const given = lexicon.fold(network).text.replace(/^[ \t\n]+|[ \t\n]+$/g, "");
  const address = findAddress(handle, lexicon, lexicon.network(given));
  const namePieces = cut(name, [0, name.text.length], lexicon);
  const byName = impression(namePieces, lexicon);
  const handlePieces = cut(handle, address.local, lexicon, personIn(namePieces));
  const byHandle = impression(handlePieces, lexicon, {
    surnameElsewhere: byName.hasSurname && byName.kind === "person",
    atHome: Boolean(address.own),
  });
  const isPerson =
    ["person", "professional", "surname"].includes(byHandle.kind) || onlyWords(handlePieces, lexicon);
  const something = handlePieces.length + namePieces.length + text.words.length > 0;
  const seen = new Seen({
    handle: byHandle,
    name: byName,
    facts: readProfile(text, lexicon),
    empty: !something && !address.own && isAscii(handle.text),
    ownServer: Boolean(address.own) && isPerson,
    ownSite: Boolean(address.own) && !isPerson,
    likeness: Boolean(address.likeness),
    page: Boolean(address.page),
    business: lexicon.rules(address.network).business,
  });
  return { handle, name, bio: text, address, handlePieces, namePieces, seen };
}

/** The words of a displayed name that are a person's, so that the handle can be read by them. */
function personIn(pieces) {
  const isPerson = pieces.some(({ kind }) => ["first", "nick", "last"].includes(kind));
  const words = pieces.filter(({ kind, text }) => OF_PERSON[kind] && sizeOf(text) > 1);
  return new Map(isPerson ? words.map(({ text, kind }) => [text, OF_PERSON[kind]]) : []);
}

/** Whether there are words of which only their being no company's is known. */
function onlyWords(pieces, { names }) {
  const isOurs = ({ text }) => names.some(({ words }) => words.includes(text));
  const isWord = (piece) => piece.kind === "unknown" && !isOurs(piece);
  return pieces.some(isWord) && !pieces.some(({ name, kind }) => name || kind === "channel");
}
