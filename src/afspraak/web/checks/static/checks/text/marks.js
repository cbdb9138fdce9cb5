/** Where marks stand in a text: as pieces of its paragraphs, and after a change of the text. */

import { heavier } from "./checking.js";

/**
 * The paragraphs of `text`, each `{key, pieces}`. A piece is `{text, look, sign}`; `look` holds the
 * classes of its mark, and is empty outside the marks. Equal keys mean equal pieces.
 */
export function paragraphs(text, marks) {
  const ordered = [...marks].sort((a, b) => a.start - b.start);
  let start = 0;
  return text.split("\n").map((line) => {
    const end = start + line.length;
    const own = ordered.filter((mark) => mark.start < end && start < mark.end);
    const pieces = own.length ? piecesOf(line, start, own) : [{ text: line, look: "", sign: "" }];
    start = end + 1;
    return { key: pieces.map(keyOf).join("\n"), pieces };
  });
}

/** Equal for pieces that look the same and say the same. */
export const keyOf = ({ text, look, sign }) => [look, sign, text].join("\0");

function piecesOf(line, offset, marks) {
  const inside = ({ start, end }) => [
    Math.max(0, start - offset),
    Math.min(line.length, end - offset),
  ];
  const edges = new Set([0, line.length, ...marks.flatMap(inside)]);
  const sorted = [...edges].sort((a, b) => a - b);
  let over = [];
  let next = 0;
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1];
    over = over.filter((mark) => start < mark.end - offset);
    while (next < marks.length && marks[next].start - offset < end) over.push(marks[next++]);
    return { text: line.slice(start, end), ...lookOf(over, start + offset) };
  });
}

/** How a piece looks with these marks over it; at `start` a mark may begin, with its sign. */
function lookOf(over, start) {
  const tones = over.map(({ tone }) => tone).filter((tone) => tone !== "beyond");
  const beginning = over.filter((mark) => mark.start === start);
  const look = [
    tones.length && tones.reduce(heavier),
    tones.length < over.length && "beyond",
    beginning.some(({ tone }) => tone !== "beyond") && "begins",
  ];
  return {
    look: look.filter(Boolean).join(" "),
    sign: beginning.map(({ sign }) => sign ?? "").filter(Boolean).join(" · "),
  };
}

/** How much of two texts is the same at the front, and how much of the rest at the back. */
export function alike(before, after) {
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && before.charCodeAt(front) === after.charCodeAt(front)) front++;
  const [a, b] = [before.length - 1, after.length - 1];
  let back = 0;
  while (back < most - front && before.charCodeAt(a - back) === after.charCodeAt(b - back)) back++;
  return { front, back };
}

/** The marks of `before` where they stand in `after`, without those that the change touches. */
export function moved(marks, before, after) {
  const { front, back } = alike(before, after);
  const shift = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= front) return [mark];
    if (mark.start < before.length - back) return [];
    return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
  });
}
