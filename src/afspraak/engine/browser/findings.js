/** What a hit says to a person in their language; see engine/findings.py. */
export function describe({ kinds, facts }, { rule, part, p, start, end }, text, lang) {
  const points = [...text];
  const startUtf16 = points.slice(0, start).join("").length;
  const found = points.slice(start, end).join("");
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
