/** Better handles and a profile line; see engine/account/suggestions.py. */

import { isAscii, sizeOf } from "./lexicon.js";
import { lookAt } from "./look.js";
import { jobIn } from "./profile.js";
import { decide } from "./verdict.js";

const NAMED = ["first", "nick", "last", "given"];
// Readings from which a person may want to step back to a name without the company.
const MAY_STEP_BACK = ["professional", "surname", "town", "maybe", "conflict"];
const FOR_PEOPLE = [...MAY_STEP_BACK, "affiliated", "mentioned"];
const TURNED = "{organisation}_{person}";

/** Names for `work`, names `apart` from the company, and a line for the profile (`bio`). */
export function suggest(look, lexicon, { reason }) {
  const bio = lineFor(look, lexicon, reason);
  const person = FOR_PEOPLE.includes(reason) ? personIn(look, lexicon) : [];
  if (!person.length) return { work: [], apart: [], bio };
  const { handles: most } = lexicon.data.limits;
  const { network, local } = look.address;
  const bare = (handle) => lexicon.fold(handle).words.join("");
  const now = bare(look.handle.text.slice(...local));
  const reads = (reading, handles) => readingAs(reading, handles, lexicon, network);
  let work = reads("professional", forWork(person, lexicon, network)).slice(0, most + 1);
  if (work.some((handle) => bare(handle) === now)) work = [];
  const mayStepBack = MAY_STEP_BACK.includes(reason) && look.seen.namesUs;
  const alone = mayStepBack ? reads("private", forOneself(person, lexicon, network)) : [];
  const apart = alone.filter((handle) => bare(handle) !== now);
  work = work.slice(0, apart.length ? most - 1 : most);
  return { work, apart: apart.slice(0, Math.max(1, most - 1 - work.length)), bio };
}

/** Those that fit the network and that a follower would indeed take so. */
function readingAs(reading, handles, lexicon, network) {
  const rules = lexicon.rules(network);
  const known = new Map();
  for (const handle of handles.slice(0, lexicon.data.limits.tried)) {
    const key = lexicon.fold(handle).text;
    if (!known.has(key) && fits(handle, rules)) known.set(key, handle);
  }
  return [...known.values()].filter(
    (handle) => decide(lookAt(lexicon, { handle, network }).seen).reading === reading,
  );
}

function fits(handle, { suffix, marks, min, max }) {
  if (suffix && !handle.endsWith(suffix)) return true; // under the company's own address
  const label = handle.slice(0, handle.length - suffix.length);
  const isAllowed = [...label].every((mark) => isLetter(mark) || marks.includes(mark));
  return isAllowed && min <= label.length && label.length <= max && /^[A-Za-z]/.test(label);
}

const isLetter = (mark) => /^[A-Za-z0-9]$/.test(mark);

/** The words of the person's name as shown, else of the handle; folded. */
function personIn({ namePieces, handlePieces, seen }, lexicon) {
  const words = wordsIn(namePieces, lexicon, seen.name.kind === "surname");
  return words.length ? words : wordsIn(handlePieces, lexicon, false);
}

function wordsIn(pieces, { data }, isSurname) {
  if (!pieces.some(({ kind }) => NAMED.includes(kind))) return [];
  const words = [];
  for (const { kind, text, before, name } of pieces) {
    const isName = NAMED.includes(kind) || (["particle", "unknown"].includes(kind) && words.length);
    const isInitial = kind === "initial" && !words.length;
    const isOurs = name && isSurname && words.length;
    if ((isName || isInitial || isOurs) && isAscii(text)) words.push(text);
    else if (name || /[|(]/.test(before)) break;
  }
  const isLoose = (word) => word.length < 2 || data.pieces.particle.includes(word);
  while (words.length && isLoose(words.at(-1))) words.pop();
  return words.length && /^[a-z]+$/.test(words[0]) ? words.slice(0, 5) : [];
}

/** The house style first, then shorter names of the person and of the company. */
function forWork(person, lexicon, network) {
  const { domains, handle, texts } = lexicon.data;
  const rules = lexicon.rules(network);
  const isProposed = ({ camel, brand }) => camel && isAscii(camel) && !brand;
  const companies = lexicon.names.filter(isProposed);
  const ranked = formsOf(person, rules)
    .flatMap((form, i) => companies.map(({ camel }, j) => ({ form, camel, i, j })))
    .sort((a, b) => a.i + a.j - (b.i + b.j) || a.j - b.j);
  const templates = new Set([handle, texts["line.handle"].all, TURNED]);
  const own = rules.suffix ? domains : [];
  return [
    ...own.flatMap((domain) => [`${person[0]}.${domain}`, `${person.join("-")}.${domain}`]),
    ...[...templates].flatMap((template) =>
      ranked.map(({ form, camel }) =>
        shaped(withAll(template, { person: form, organisation: camel }), rules),
      ),
    ),
  ];
}

function forOneself(person, lexicon, network) {
  const rules = lexicon.rules(network);
  const [first, ...rest] = person.map(capital);
  const short = rest.map((word) => `${first}_${word[0]}`);
  return [...formsOf(person, rules), ...short].map((form) => shaped(form, rules));
}

/** The full name, then shorter ones: KarelFransen, KFransen, Karel, KarelF. */
function formsOf(person, { capitals, marks }) {
  const [first, ...rest] = person.map(capital);
  const last = rest.join("");
  const forms = [first + last];
  if (last && !capitals) forms.unshift(first + marks.at(-1) + last);
  if (last) forms.push(first[0] + last, first, first + rest.map((word) => word[0]).join(""));
  return [...new Set(forms)];
}

/** The handle with the marks and capitals that the network knows. */
function shaped(handle, { marks, capitals, suffix }) {
  let label = "";
  for (const mark of handle) {
    if (isLetter(mark)) label += mark;
    else if (isLetter(label.at(-1) ?? "")) label += marks.includes(mark) ? mark : marks[0];
  }
  while (label && marks.includes(label.at(-1))) label = label.slice(0, -1);
  return (capitals ? label : label.toLowerCase()) + suffix;
}

/** One line for the profile, in both languages. */
function lineFor(look, lexicon, reason) {
  const { texts, bio, disclaimer } = lexicon.data;
  const line = (text, role) => lexicon.inBoth((lang) => lineIn(text[lang], role?.[lang], lexicon));
  if (["corporate", "mock"].includes(reason)) return line(texts[`line.${reason}`]);
  const isForWork = FOR_PEOPLE.includes(reason) || (reason === "private" && look.seen.business);
  if (!isForWork) return line(texts["line.private"]);
  const filled = line(bio, roleIn(look, lexicon));
  if (reason !== "affiliated") return filled;
  const end = (text) => `${text.replace(/\.+$/, "")}.`;
  return lexicon.inBoth((lang) => `${end(filled[lang])} ${end(disclaimer[lang])}`);
}

function lineIn(text, role = "", { data: { organisation } }) {
  const filled = withAll(text, { organisation, functie: role, role, person: "" });
  return filled.replace(/^[ \n]+|[ \n]+$/g, "");
}

/** The job the profile names, in both languages where the list knows both. */
function roleIn({ bio }, lexicon) {
  const job = jobIn(bio, lexicon);
  const known = lexicon.data.jobs.find(({ nl, en }) => nl.includes(job) || en.includes(job));
  if (!known) return lexicon.data.texts["line.role"];
  const role = (lang) => (known[lang].includes(job) ? job : known[lang][0]);
  return lexicon.inBoth((lang) => (role(lang).length > 3 ? capital : upper)(role(lang)));
}

const upper = (word) => word.toUpperCase();
const capital = (word) => upper(word[0]) + word.slice(1);

/** `text` with each placeholder replaced, one after the other. */
function withAll(text, values) {
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => value),
    text,
  );
}
