/** A text of which stretches are asked for by code points, as those of hits are. */
export class Original {
  constructor(text) {
    this.text = text;
    this.units = [0]; // by code point: the UTF-16 unit it begins at
    for (const point of text) this.units.push(this.units.at(-1) + point.length);
  }

  stretch(start, end) {
    return this.text.slice(this.units[start], this.units[end]);
  }
}

/** What a hit says to a person in their language; see engine/findings.py. */
export function describe({ kinds, facts }, { rule, part, p, start, end }, original, lang) {
  const startUtf16 = original.units[start];
  const found = original.stretch(start, end);
  const hidden = facts.hidden[lang];
  const match = part.secret ? null : found;
  const words = {
    match: match ?? hidden,
    what: pick(part.what, lang) || (part.secret ? hidden : `‘${found}’`),
  };
  const say = (name) => fill(pick(rule[name] ?? part[name] ?? kinds[rule.kind][name], lang), words);
  return {
    rule: rule.id,
    part: p,
    kind: rule.kind,
    clause: rule.clause,
    severity: part.severity ?? rule.severity,
    start,
    end,
    startUtf16,
    endUtf16: startUtf16 + found.length,
    match,
    message: say("message"),
    advice: say("advice"),
  };
}

/** The text in `lang`, or in the first language it has. */
function pick(texts = {}, lang) {
  return texts[lang] || Object.values(texts)[0] || "";
}

/** The template with its placeholders filled, and a capital at its start. */
function fill(template, words) {
  const [first = "", ...rest] = ["match", "what"].reduce(
    (text, name) => text.replaceAll(`{${name}}`, () => words[name]),
    template,
  );
  return first.toUpperCase() + rest.join("");
}
