/** What a handle or a displayed name by itself makes a reader think; see engine/account/impression.py. */

import { sizeOf } from "./lexicon.js";

const KNOWN_PERSON = ["first", "nick", "last", "given"];
const PERSON = [...KNOWN_PERSON, "initial", "unknown"];
const OF_COMPANY = ["channel", "department", "place", "organisation", "link", "year"];
const MOCKING = ["parody", "complaint", "denied", "customer"];

const isPerson = ({ kind }) => PERSON.includes(kind);
const isKnown = ({ kind }) => KNOWN_PERSON.includes(kind);
const isNumber = ({ kind }) => kind === "number" || kind === "year";
const isParticle = ({ kind }) => kind === "particle";

/**
 * What these pieces make a reader think: `{kind, signs, namesUs, hasSurname}`.
 *
 * `surnameElsewhere`: the name beside the handle shows a surname that is not the company's.
 * `atHome`: the account lives at the company's own address.
 */
export function impression(given, lexicon, { surnameElsewhere = false, atHome = false } = {}) {
  const pieces = asSurname(given);
  const company = pieces.filter(({ name }) => name);
  const hasSurname = showsSurname(pieces);
  if (!company.length) {
    const kind = pieces.some(isKnown) ? "person" : "none";
    const taken = atHome && kind === "none" ? "corporate" : "none";
    return { kind, signs: signsOf(pieces, taken, lexicon), namesUs: false, hasSurname };
  }
  const clearest = company.find(({ name }) => !name.level) ?? company[0];
  const kind = kindOf(pieces, clearest, lexicon, hasSurname, surnameElsewhere);
  return { kind, signs: signsOf(pieces, kind, lexicon), namesUs: true, hasSurname };
}

function kindOf(pieces, company, lexicon, hasSurname, surnameElsewhere) {
  const kinds = pieces.map(({ kind }) => kind);
  const has = (...some) => some.some((kind) => kinds.includes(kind));
  const { level } = company.name;
  if (has(...MOCKING)) return "mock";
  if (has("former")) return "former";
  const people = pieces.filter(isPerson);
  const isTrade = pieces.some(({ text, name }) => !name && lexicon.trades.has(text));
  if (["known", "possible"].includes(level) && isTrade && !has("first", "nick")) return "other";
  if (level === "place") return "town";
  if (has("family")) return "surname";
  if (has("maybe")) return "maybe";
  const isOpen = level && !hasSurname && (people.length || !has("channel", "department"));
  if (isOpen && mayBeSurname(pieces, company, surnameElsewhere)) return "surname";
  if (people.some(isKnown) || has("job")) return "professional";
  if (people.length) return asTemplate(people, company) ? "professional" : "maybe";
  return kinds.every((kind) => OF_COMPANY.includes(kind)) ? "corporate" : "maybe";
}

/** Whether the company's name may just as well be what this person is called. */
function mayBeSurname(pieces, company, surnameElsewhere) {
  const isParted = company.before.includes("_");
  if (company.apart) return false;
  if (company.name.level !== "possible") return !(surnameElsewhere && isParted);
  const previous = pieces[pieces.indexOf(company) - 1];
  if (!previous || surnameElsewhere || isParted) return false;
  const words = pieces.filter((piece) => isPerson(piece) && piece.kind !== "initial");
  return isPerson(previous) && words.length < 2;
}

/** An unknown word is taken for a person only as a name before the company: x_company. */
function asTemplate(people, company) {
  const words = people.filter(({ kind, text }) => kind === "unknown" && sizeOf(text) > 1);
  const isBefore = words.every(({ end }) => end <= company.start);
  return words.length > 0 && isBefore && (company.before === "_" || company.apart);
}

function showsSurname(pieces) {
  const kinds = pieces.filter(isPerson).map(({ kind }) => kind);
  const isOther = kinds.includes("given") || kinds.includes("unknown");
  return kinds.includes("last") || (isOther && kinds.length > 1);
}

/** With a name that can only be the company's beside it, the other one is the person's. */
function asSurname(pieces) {
  if (!pieces.some(({ name }) => name && !name.level)) return pieces;
  const isPersons = ({ name }, k) => name?.level === "known" && k && isPerson(pieces[k - 1]);
  return pieces.map((each, k) =>
    isPersons(each, k) ? { ...each, kind: "last", name: undefined } : each,
  );
}

/** Every piece that tells a reader something, in order: `[says, start, end]`. */
function signsOf(pieces, kind, lexicon) {
  const signs = [];
  let run = [];
  for (const piece of pieces) {
    const isOfName = isPerson(piece) || isParticle(piece);
    if (piece.apart || !(isOfName || isNumber(piece))) {
      signs.push(...personIn(run, kind));
      run = [];
    }
    if (isOfName || (run.length && isNumber(piece))) {
      run.push(piece);
    } else {
      const says = saidBy(piece, kind, lexicon);
      if (says) signs.push([says, piece.start, piece.end]);
    }
  }
  return [...signs, ...personIn(run, kind)];
}

function saidBy(piece, kind, { data }) {
  if (piece.name && ["surname", "other", "maybe", "town"].includes(kind)) return kind;
  if (piece.kind === "imitation") return "imitation";
  if (piece.name) return piece.name.brand ? "brand" : "organisation";
  if (kind === "none") return piece.kind === "job" && "job";
  if (piece.kind === "year") return kind === "corporate" && "year";
  return data.says[piece.kind];
}

/** A name as one stretch, and the number behind it. */
function personIn(all, kind) {
  const named = all.slice(0, 1 + all.findLastIndex((piece) => !isNumber(piece)));
  const first = named.findIndex((piece) => !isParticle(piece));
  if (first < 0) return [];
  const run = named.slice(first);
  const isUnknown = (piece) => !isKnown(piece) && piece.kind !== "year";
  const isWord = ["maybe", "corporate", "other", "town"].includes(kind) && run.every(isUnknown);
  const numbers = all.slice(named.length).map(({ start, end }) => ["number", start, end]);
  return [[isWord ? "word" : "person", run[0].start, run.at(-1).end], ...numbers];
}
