/**
 * The text box with marks in it: a mirror of the text lies under the box and grows with it.
 *
 * The box is an ordinary text area, so that typing, composing, undoing and reading aloud work as
 * they always do. The mirror is changed by the paragraph and holds text only, never markup.
 */

import { paragraphs } from "./marks.js";

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

  /** Shows the text with marks; only paragraphs that differ are made anew. */
  render(marks) {
    const next = paragraphs(this.text, marks);
    const { shown, mirror } = this;
    const most = Math.min(shown.length, next.length);
    let top = 0;
    while (top < most && shown[top].key === next[top].key) top++;
    let bottom = 0;
    while (bottom < most - top && shown.at(-1 - bottom).key === next.at(-1 - bottom).key) bottom++;
    const old = shown.slice(top, shown.length - bottom);
    const fresh = next.slice(top, next.length - bottom).map(elementOf);
    const behind = shown[shown.length - bottom]?.element ?? null;
    for (const { element } of old) element.remove();
    for (const { element } of fresh) mirror.insertBefore(element, behind);
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
    this.mirror.querySelector(".here")?.classList.remove("here");
    if (place) this.elementAt(place.start)?.classList.add("here");
  }

  /** Where the caret is, while it selects nothing. */
  get caret() {
    const { selectionStart, selectionEnd } = this.box;
    return selectionStart === selectionEnd ? selectionStart : null;
  }

  elementAt(offset) {
    let left = offset;
    for (const { element, pieces, size } of this.shown) {
      if (left > size) {
        left -= size + 1;
        continue;
      }
      for (const [i, { text }] of pieces.entries()) {
        if (left < text.length) return element.childNodes[i].closest?.("mark") ?? element;
        left -= text.length;
      }
      return element;
    }
    return null;
  }
}

function elementOf(paragraph) {
  const element = document.createElement("div");
  let size = 0;
  for (const { text, tone, beyond, begins, sign } of paragraph.pieces) {
    size += text.length;
    if (!tone && !beyond) {
      element.append(text);
      continue;
    }
    const mark = document.createElement("mark");
    mark.className = [tone, beyond && "beyond", begins && "begins"].filter(Boolean).join(" ");
    if (sign) mark.dataset.sign = sign;
    mark.append(text);
    element.append(mark);
  }
  if (!size) element.append(document.createElement("br"));
  return { ...paragraph, element, size };
}
