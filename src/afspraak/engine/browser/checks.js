/**
 * The named checks; see engine/checks/ for what each is about and where its numbers come from.
 *
 * Each takes a folded match, its original stretch and the tables of the pack, and gives how much
 * of the match counts, with the normal form that a list of the pack may name. Nothing refuses it.
 */

export const CHECKS = {
  bsn(folded) {
    const number = digitsOf(folded).padStart(9, "0");
    const total = [...number].reduce((sum, digit, i) => sum + digit * (i < 8 ? 9 - i : -1), 0);
    const isOne = /^[0-9]{8,9}$/.test(digitsOf(folded)) && Number(number) > 0 && total % 11 === 0;
    return isOne && kept(folded.length, number);
  },

  card(folded, _original, { card }) {
    const digits = digitsOf(folded);
    const issuer = card.issuers.find(([first, last]) => {
      const start = digits.slice(0, first.length);
      return first <= start && start <= last;
    });
    for (const wanted of issuer?.[2] ?? []) {
      const length = cutDigits(folded, wanted);
      const number = digits.slice(0, wanted);
      if (length && endsWhole(folded, length) && passesLuhn(number)) return kept(length, number);
    }
    return null;
  },

  date(folded, _original, { date }) {
    const numbers = folded.match(/[0-9]+/g) ?? [];
    for (const word of folded.match(/[a-z]{3,}/g) ?? []) {
      const named = date.months.findIndex((names) => names.includes(word.slice(0, 3)));
      if (named < 0) continue;
      numbers.splice(1, 0, String(named + 1));
      break;
    }
    if (numbers.length !== 3) return null;
    if (numbers[0].length === 4) numbers.reverse();
    let [day, month, year] = numbers.map(Number);
    if (month > 12 && day <= 12) [day, month] = [month, day];
    if (numbers[2].length === 2) year += year <= date.last_year_of_20 ? 2000 : 1900;
    const isDay = day >= 1 && day <= date.days[month - 1]; // no such month, no such day
    if (!isDay || year < 1900 || year >= 2100) return null;
    return kept(folded.length, [year, twoDigits(month), twoDigits(day)].join("-"));
  },

  email(folded, original, { email }) {
    const address = folded
      .replace(new RegExp(email.at), "@")
      .replace(new RegExp(email.dot, "g"), ".")
      .replaceAll(" ", "");
    const [name, domain] = cut(address, "@");
    const labels = domain.split(".");
    if (name.endsWith(".") || name.includes("..") || domain.length > 253) return null;
    if (email.file_endings.includes(labels.at(-1))) return null;
    if (labels.some((label) => label.startsWith("-") || label.endsWith("-"))) return null;
    const nextWord = labels.length > 2 && new RegExp(email.next_sentence).exec(original);
    const behind = nextWord ? nextWord[1].length : 0;
    return kept(folded.length - behind, address.slice(0, address.length - behind));
  },

  host(folded, _original, { host }) {
    const address = withoutMarksAfter(folded, host);
    const [authority] = (cut(address, "://")[1] || address).split(/[/?#]/);
    const [beforePort] = authority.slice(authority.lastIndexOf("@") + 1).split(":");
    const name = beforePort.replace(/^www\./, "").replace(/\.$/, "");
    return /^[a-z0-9-]+(?:[.][a-z0-9-]+)+$/.test(name) && kept(address.length, name);
  },

  address(folded, _original, { host }) {
    const address = withoutMarksAfter(folded, host);
    return kept(address.length, address);
  },

  "internal-host"(folded, original, facts) {
    return !/[a-z][.][A-Z][a-z]/.test(original) && CHECKS.address(folded, original, facts);
  },

  iban(folded, _original, { iban }) {
    const wanted = iban.lengths[folded.slice(0, 2)];
    const length = wanted && cutAfter(folded, wanted, /[a-z0-9]/);
    if (!length || !endsWhole(folded, length)) return null;
    const compact = folded.slice(0, length).replace(/[^a-z0-9]/g, "");
    if (compact.startsWith("nl") && !/^.{4}[a-z]{4}[0-9]*$/.test(compact)) return null;
    const remainder = [...(compact.slice(4) + compact.slice(0, 4))].reduce((sum, character) => {
      const value = parseInt(character, 36);
      return (sum * (value > 9 ? 100 : 10) + value) % 97;
    }, 0);
    return remainder === 1 && kept(length, compact.toUpperCase());
  },

  password(folded, _original, { password }) {
    const last = [...folded.matchAll(new RegExp(password.last_word, "g"))].at(-1);
    if (!last) return null;
    const { between, quote } = last.groups;
    const value = withoutEnd(last.groups.value, password.marks_after);
    const isMasked = new Set(value).size === 1 && password.masks.includes(value[0]);
    if (value.length < password.min_chars || password.talk.includes(value) || isMasked) return null;
    const length = last.index + between.length + quote.length + value.length;
    const hasDigit = /[0-9]/.test(value);
    const hasSign = new RegExp(password.sign).test(value.slice(0, -1));
    if (!hasDigit && !hasSign) return null;
    if (!/[a-z]/.test(value) && !quote && !/[:=>]/.test(between)) return null;
    if (folded.slice(0, length).endsWith("://") || /^(?:http|www\.)/.test(value)) return null;
    return kept(length);
  },

  "plain-password"(folded, _original, { password }) {
    const found = new RegExp(`^(?:${password.plain})$`).exec(folded)?.groups;
    if (!found || password.talk.includes(found.value) || /^x*$/.test(found.value)) return null;
    return (!found.after || found.quote) && kept(found.upto.length);
  },

  phone(folded, _original, { phone }) {
    const digits = digitsOf(folded);
    if (/^(?:[(]?[+]|[a-z])/.test(folded)) return phoneAbroad(folded, digits, 0, phone);
    if (digits.startsWith("00")) return phoneAbroad(folded, digits, 2, phone);
    const national = digits.slice(1);
    const isIt =
      digits.length === 10 && isDutch(national, phone) && isGroupedAsDutch(folded, phone);
    return isIt && kept(folded.length, `+31${national}`);
  },

  plate(folded, original, facts) {
    const hasSmall = /[a-z]/.test(original);
    if (hasSmall && (/[aeiou]/.test(folded) || /[A-Z]/.test(original))) return null;
    return CHECKS["any-plate"](folded, original, facts);
  },

  "any-plate"(folded, original, { plate }) {
    if (folded.includes(" ") && /[aeiou]/.test(folded) && /[a-z]/.test(original)) return null;
    const apart = folded.replace(
      /[0-9]{4}|[a-z]{4}/g,
      (four) => `${four.slice(0, 2)}-${four.slice(2)}`,
    );
    const groups = apart.match(/[0-9]{1,3}|[a-z]{1,3}/g).join("-");
    const shape = groups.replace(/[0-9]/g, "9").replace(/[a-z]/g, "A");
    if (!plate.shapes.includes(shape) || new RegExp(`^(?:${plate.month})`).test(folded))
      return null;
    return kept(folded.length, groups.toUpperCase());
  },

  postcode(folded, original, { postcode }) {
    const read = (regex) => new RegExp(`^(?:${regex})$`).exec(folded)?.groups;
    const found = read(postcode.before) ?? read(postcode.after);
    if (!found || postcode.unused.includes(found.letters)) return null;
    const letters = found.letters.toUpperCase();
    if (found.gap && !original.includes(letters)) return null;
    const more = found.more ?? "";
    const length = folded.length - (/^-(?:[0-9]{1,4}|[a-z])$/.test(more) ? 0 : more.length);
    return kept(length, `${found.digits}${letters} ${found.house}`);
  },

  token(folded, original, { token }) {
    if (new RegExp(token.placeholder).test(folded) || !/[0-9]/.test(folded)) return null;
    return new Set(folded).size >= token.min_different && kept(folded.length, original);
  },

  upper(folded, original, facts) {
    return !/[a-z]/.test(original) && CHECKS.token(folded, original, facts);
  },
};

const kept = (length, normal = "") => ({ length, normal });
const digitsOf = (text) => text.replace(/[^0-9]/g, "");
const endsWhole = (text, length) => !/[a-z0-9]/.test(text[length] ?? "");
const twoDigits = (number) => String(number).padStart(2, "0");
const cutDigits = (text, howMany) => cutAfter(text, howMany, /[0-9]/);

/** How long `text` is up to and including its nth character of a sort; 0 when it has fewer. */
function cutAfter(text, howMany, sort) {
  for (let i = 0; i < text.length; i++) {
    if (sort.test(text[i]) && --howMany === 0) return i + 1;
  }
  return 0;
}

/** What stands before and after the first `separator`. */
function cut(text, separator) {
  const [before, ...after] = text.split(separator);
  return [before, after.join(separator)];
}

function withoutEnd(text, marks) {
  let { length } = text;
  while (marks.includes(text[length - 1] ?? " ")) length--;
  return text.slice(0, length);
}

function withoutMarksAfter(address, { after, openers }) {
  const count = (mark) => address.split(mark).length;
  while (address && after.includes(address.at(-1))) {
    const opener = openers[address.at(-1)];
    if (opener && count(opener) >= count(address.at(-1))) break;
    address = address.slice(0, -1);
  }
  return address;
}

function passesLuhn(number) {
  const digits = [...number].reverse().map((digit, i) => digit * (1 + (i % 2)));
  const total = digits.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0);
  return total % 10 === 0 && /[1-9]/.test(number);
}

function phoneAbroad(folded, digits, prefix, phone) {
  const number = digits.slice(prefix);
  const lengths = [1, 2, 3].filter((n) => phone.countries.includes(number.slice(0, n)));
  const country = number.slice(0, lengths[0] ?? 0);
  const hasTrunk = number[country.length] === "0" && (country === "31" || folded.includes("(0)"));
  const trunk = hasTrunk ? 1 : 0; // the 0 of +31 (0)6 is never dialled
  const national = number.slice(country.length + trunk);
  if (country === "31") {
    const length = cutDigits(folded, prefix + 2 + trunk + 9);
    const isIt = length && isDutch(national.slice(0, 9), phone) && endsWhole(folded, length);
    return isIt && kept(length, `+31${national.slice(0, 9)}`);
  }
  return isForeign(country, national, phone) && kept(folded.length, `+${country}${national}`);
}

function isDutch(national, { mobile, towns, regions }) {
  if (national.length !== 9) return false;
  const isMobile = new RegExp(`^(?:${mobile})$`).test(national);
  return isMobile || towns.includes(national.slice(0, 2)) || regions.includes(national.slice(0, 3));
}

function isForeign(country, national, phone) {
  if (country === "1") return new RegExp(`^(?:${phone.north_america})$`).test(national);
  const { length } = country + national;
  const isInPlan = country && phone.min_foreign_digits <= length && length <= phone.max_digits;
  return isInPlan && (phone.keeps_zero.includes(country) || !national.startsWith("0"));
}

/** Whether the first group is the area code: dates and rows of numbers are grouped otherwise. */
function isGroupedAsDutch(folded, { date, towns, regions }) {
  const groups = folded.match(/[0-9]+/g);
  if (groups.length === 1) return true;
  if (groups[0].startsWith("06")) return !new RegExp(`^(?:${date})$`).test(folded);
  return [...towns, ...regions].includes(groups[0].slice(1));
}
