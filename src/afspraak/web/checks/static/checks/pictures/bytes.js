/** Reading numbers and letters from bytes, in either order, never past the end. */

export class Truncated extends Error {}

/** A place in `bytes`, with numbers read in the order that `little` says. */
export class Bytes {
  constructor(bytes, little = false) {
    this.bytes = bytes;
    this.little = little;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length() {
    return this.bytes.length;
  }

  u8(at) {
    this.#within(at, 1);
    return this.view.getUint8(at);
  }

  u16(at) {
    this.#within(at, 2);
    return this.view.getUint16(at, this.little);
  }

  u32(at) {
    this.#within(at, 4);
    return this.view.getUint32(at, this.little);
  }

  i32(at) {
    this.#within(at, 4);
    return this.view.getInt32(at, this.little);
  }

  part(at, length) {
    this.#within(at, length);
    return this.bytes.subarray(at, at + length);
  }

  /** Whether the letters of `word` stand at `at`. */
  says(word, at = 0) {
    if (at < 0 || at + word.length > this.length) return false;
    for (let i = 0; i < word.length; i += 1) {
      if (this.bytes[at + i] !== word.charCodeAt(i)) return false;
    }
    return true;
  }

  #within(at, length) {
    if (at < 0 || length < 0 || at + length > this.length) throw new Truncated();
  }
}

/** What the bytes say as UTF-8, or as Latin letters where they are no UTF-8; without padding. */
export function letters(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("latin1").decode(bytes);
  }
  return tidy(text);
}

/** One line without control characters. */
export const tidy = (text) =>
  text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, MOST_LETTERS);

/** More than this of one value is not shown. */
const MOST_LETTERS = 200;
