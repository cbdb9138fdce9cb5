/** Where marks stand in a text: as pieces of its paragraphs, and after a change of the text. */

import { heavier } from "./checking.js";

/**
 * The paragraphs of `text`, each `{key, pieces}`. A piece is `{text, tone, begins, sign}`; `tone` is
 * empty outside the marks, `begins` says that a mark begins there. Equal keys mean equal pieces.
 */
export function paragraphs(text, marks) {
  let start = 0;
  return text.split("\n").map((line) => {
    const end = start + line.length;
    const own = marks.filter((mark) => mark.start < end && start < mark.end);
    const pieces = own.length ? piecesOf(line, start, own) : [{ text: line, tone: "" }];
    start = end + 1;
    const key = pieces.map((each) => [each.text, each.tone, each.begins, each.sign].join("\0"));
    return { key: key.join("\n"), pieces };
  });
}

function piecesOf(line, offset, marks) {
  const inside = ({ start, end }) => [
    Math.max(0, start - offset),
    Math.min(line.length, end - offset),
  ];
  const edges = new Set([0, line.length, ...marks.flatMap(inside)]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1];
    const over = marks.filter((mark) => mark.start - offset < end && start < mark.end - offset);
    const tones = over.map(({ tone }) => tone).filter((tone) => tone !== "beyond");
    const beginning = over.filter((mark) => mark.start - offset === start);
    return {
      text: line.slice(start, end),
      tone: tones.length ? tones.reduce(heavier) : "",
      beyond: over.some(({ tone }) => tone === "beyond"),
      begins: beginning.some(({ tone }) => tone !== "beyond"),
      sign: beginning.map(({ sign }) => sign ?? "").filter(Boolean).join(" · "),
    };
  });
}

/** The marks of `before` where they stand in `after`, without those that the change touches. */
export function moved(marks, before, after) {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  let behind = 0;
  while (behind < most - same && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  const shift = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= same) return [mark];
    if (mark.start < before.length - behind) return [];
    return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
  });
}
