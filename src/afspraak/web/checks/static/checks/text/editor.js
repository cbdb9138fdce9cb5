/**
 * The text box with marks in it: a mirror of the text lies under the box and grows with it.
 *
 * The box is an ordinary text area, so that typing, composing, undoing and reading aloud work as
 * they always do. The mirror holds text only, never markup, and is changed where it differs: of a
 * paragraph the pieces, of a piece the letters. Laying it out anew is what a long text costs most.
 */

import { alike, keyOf, paragraphs } from "./marks.js";

export class Editor {
  constructor(box, mirror) {
    this.box = box;
    this.mirror = mirror;
    this.shown = [];
    // the mirror sets the height, so the box itself never scrolls
    box.addEventListener("scroll", () => box.scrollTo(0, 0));
  }

  get text() {
    return this.box.value;
  }

  /** Puts a text in the box that is no part of what can be undone. */
  set text(text) {
    this.box.value = text;
  }

  /** Shows the text with marks; only what differs is made anew. */
  render(marks) {
    const next = paragraphs(this.text, marks);
    const { shown, mirror } = this;
    const [top, bottom] = sameEnds(shown, next, ({ key }) => key);
    const old = shown.slice(top, shown.length - bottom);
    const fresh = next.slice(top, next.length - bottom).map((each, i) => {
      return i < old.length ? amended(old[i], each) : elementOf(each);
    });
    const behind = shown[shown.length - bottom]?.element ?? null;
    for (const { element } of old.slice(fresh.length)) element.remove();
    for (const { element } of fresh.slice(old.length)) mirror.insertBefore(element, behind);
    this.shown = [...shown.slice(0, top), ...fresh, ...shown.slice(shown.length - bottom)];
  }

  /** Replaces a stretch as if it were typed, so that it can be undone. */
  replace(start, end, text) {
    this.select(start, end);
    const command = text ? ["insertText", false, text] : ["delete"];
    if (start === end && !text) return;
    if (document.execCommand(...command)) return;
    this.box.setRangeText(text, start, end, "end");
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  select(start, end) {
    this.box.focus();
    this.box.setSelectionRange(start, end);
    this.elementAt(start)?.scrollIntoView({ block: "nearest" });
  }

  /** Lets one mark stand out, or none. */
  pointAt(place) {
    const next = place ? this.elementAt(place.start) : null;
    if (this.pointed !== next) this.pointed?.classList.remove("here");
    next?.classList.add("here");
    this.pointed = next;
  }

  /** Where the caret is, while it selects nothing. */
  get caret() {
    const { selectionStart, selectionEnd } = this.box;
    return selectionStart === selectionEnd ? selectionStart : null;
  }

  elementAt(offset) {
    let left = offset;
    for (const { element, pieces, nodes, size } of this.shown) {
      if (left > size) {
        left -= size + 1;
        continue;
      }
      for (const [i, { text, look }] of pieces.entries()) {
        if (left < text.length) return look ? nodes[i] : element;
        left -= text.length;
      }
      return element;
    }
    return null;
  }
}

/** A paragraph as it is shown: with its element and a node for each piece. */
function elementOf(paragraph) {
  const element = document.createElement("div");
  return filled({ ...paragraph, element, nodes: paragraph.pieces.map(nodeOf) });
}

function filled(paragraph) {
  const { element, nodes, pieces } = paragraph;
  const size = sizeOf(pieces);
  element.replaceChildren(...(size ? nodes : [document.createElement("br")]));
  return { ...paragraph, size };
}

const sizeOf = (pieces) => pieces.reduce((sum, { text }) => sum + text.length, 0);

function nodeOf({ text, look, sign }) {
  const letters = document.createTextNode(text);
  if (!look) return letters;
  const mark = document.createElement("mark");
  mark.className = look;
  if (sign) mark.dataset.sign = sign;
  mark.append(letters);
  return mark;
}

/** A shown paragraph made into `next`, with as many of its nodes as can stay. */
function amended(shown, next) {
  const { element } = shown;
  const size = sizeOf(next.pieces);
  if (!size || !shown.size) return filled({ ...next, element, nodes: next.pieces.map(nodeOf) });
  const [top, bottom] = sameEnds(shown.pieces, next.pieces, keyOf);
  const old = { pieces: inner(shown.pieces, top, bottom), nodes: inner(shown.nodes, top, bottom) };
  const pieces = inner(next.pieces, top, bottom);
  let stay = 0;
  while (stay < pieces.length && stay < old.pieces.length) {
    const [a, b] = [old.pieces[stay], pieces[stay]];
    if (a.look !== b.look || a.sign !== b.sign) break;
    rewrite(old.nodes[stay], a.text, b.text);
    stay++;
  }
  const fresh = pieces.slice(stay).map(nodeOf);
  const behind = bottom ? shown.nodes.at(-bottom) : null;
  for (const node of old.nodes.slice(stay)) node.remove();
  for (const node of fresh) element.insertBefore(node, behind);
  const nodes = [
    ...shown.nodes.slice(0, top),
    ...old.nodes.slice(0, stay),
    ...fresh,
    ...shown.nodes.slice(shown.nodes.length - bottom),
  ];
  return { ...next, element, nodes, size };
}

/** Changes only the letters that differ: of the others the browser knows how wide they are. */
function rewrite(node, before, after) {
  const { front, back } = alike(before, after);
  const letters = node.firstChild ?? node;
  letters.replaceData(front, before.length - back - front, after.slice(front, after.length - back));
}

const inner = (row, top, bottom) => row.slice(top, row.length - bottom);

/** How many of two rows are the same at the top, and how many of the rest at the bottom. */
function sameEnds(before, after, key) {
  const most = Math.min(before.length, after.length);
  let top = 0;
  while (top < most && key(before[top]) === key(after[top])) top++;
  let bottom = 0;
  while (bottom < most - top && key(before.at(-1 - bottom)) === key(after.at(-1 - bottom))) {
    bottom++;
  }
  return [top, bottom];
}
