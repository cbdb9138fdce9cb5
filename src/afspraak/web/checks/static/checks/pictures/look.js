/** Looks into a picture: of what sort it is, what it tells beside what it shows, a copy without. */

import { Truncated } from "./bytes.js";
import { isJpeg, readJpeg } from "./jpeg.js";
import { isPng, readPng } from "./png.js";
import { isWebp, readWebp } from "./webp.js";

const MEGABYTE = 1024 * 1024;
/** What a phone makes stays far below this; above it a page may stop answering. */
export const MOST_MEGABYTES = 50;

const SORTS = [
  { type: "image/jpeg", endings: ["jpg", "jpeg", "jpe", "jfif"], is: isJpeg, read: readJpeg },
  { type: "image/png", endings: ["png", "apng"], is: isPng, read: readPng },
  { type: "image/webp", endings: ["webp"], is: isWebp, read: readWebp },
];

/** Sorts that are recognised, to say so; nothing in them is read. */
const CLOSED = [
  ["heic", 4, /^ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/],
  ["avif", 4, /^ftyp(avif|avis)/],
  ["gif", 0, /^GIF8/],
  ["video", 4, /^ftyp/],
];

/**
 * What is known of `file`: `{problem}` where it cannot be looked into (`empty`, `huge`, `heic`,
 * `avif`, `gif`, `video`, `unknown`, `broken`), and otherwise `{type, ending, misnamed, animated,
 * found, gps, clean}`. `found` is a list of `{what, value}`; `clean` is a Blob in which nothing of
 * it is left and the picture is byte for byte the same.
 */
export async function lookInto(file) {
  if (!file.size) return { problem: "empty" };
  if (file.size > MOST_MEGABYTES * MEGABYTE) return { problem: "huge" };
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // The file was moved, or is a folder.
    return { problem: "broken" };
  }
  const sort = SORTS.find(({ is }) => is(bytes));
  if (!sort) return { problem: closed(bytes) };
  try {
    const { pieces, orientation, ...told } = sort.read(bytes);
    return {
      ...told,
      found: withoutDoubles(told.found),
      type: sort.type,
      ending: sort.endings[0],
      misnamed: !sort.endings.includes(endingOf(file.name)),
      turned: orientation !== 1,
      clean: new Blob(pieces.map(asPartOf(file, bytes)), { type: sort.type }),
    };
  } catch (error) {
    if (error instanceof Truncated) return { problem: "broken" };
    throw error;
  }
}

/** A piece that stands in the file is named by its place there, so that nothing is held twice. */
const asPartOf = (file, bytes) => (piece) =>
  piece.buffer === bytes.buffer
    ? file.slice(piece.byteOffset, piece.byteOffset + piece.byteLength)
    : piece;

function closed(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 16));
  return CLOSED.find(([, at, form]) => form.test(head.slice(at)))?.[0] ?? "unknown";
}

const endingOf = (name = "") => /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? "";

function withoutDoubles(found) {
  const seen = new Map(found.map((each) => [`${each.what} ${each.value}`, each]));
  return [...seen.values()];
}
