/** WebP: chunks in a RIFF file, padded to even lengths. Those that draw are kept as they are. */

import { Bytes, Truncated } from "./bytes.js";
import { onlyOrientation, readExif } from "./exif.js";
import { readXmp } from "./xmp.js";

const DRAWS = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const [HAS_EXIF, HAS_XMP, MOVES] = [0x08, 0x04, 0x02];

export function isWebp(bytes) {
  const file = new Bytes(bytes);
  return file.says("RIFF") && file.says("WEBP", 8);
}

/** What the file tells beside its picture, and the pieces of it without that. */
export function readWebp(bytes) {
  const file = new Bytes(bytes, true);
  const told = { found: [], gps: null, orientation: 1, animated: false };
  const end = file.u32(4) + 8;
  if (end > bytes.length) throw new Truncated();
  const kept = [];
  let flags = null;
  for (let at = 12; at + 8 <= end; ) {
    const name = String.fromCharCode(...file.part(at, 4));
    const length = file.u32(at + 4);
    const body = file.part(at + 8, length);
    const padded = Math.min(length + (length % 2), end - at - 8);
    if (name === "VP8X") kept.push((flags = file.part(at, 8 + padded).slice()));
    else if (DRAWS.has(name)) kept.push(file.part(at, 8 + padded));
    else listen(name, body, told);
    at += 8 + padded;
  }
  if (!kept.length) throw new Truncated();
  if (end < bytes.length) told.found.push({ what: "behind", value: "" });
  if (flags) {
    told.animated = Boolean(flags[8] & MOVES);
    flags[8] &= ~(HAS_EXIF | HAS_XMP);
    if (told.orientation !== 1) {
      flags[8] |= HAS_EXIF;
      kept.push(chunkOf("EXIF", onlyOrientation(told.orientation)));
    }
  }
  const size = kept.reduce((sum, each) => sum + each.length, 4);
  return { ...told, pieces: [headerOf(size), ...kept] };
}

function listen(name, body, told) {
  if (name === "EXIF") {
    const bare = new Bytes(body).says("Exif\0\0") ? body.subarray(6) : body;
    const exif = readExif(bare);
    told.found.push(...exif.found);
    told.gps ??= exif.gps;
    told.orientation = exif.orientation;
  } else if (name === "XMP ") {
    const xmp = readXmp(body);
    told.found.push(...xmp.found);
    told.gps ??= xmp.gps;
  } else {
    told.found.push({ what: "other", value: name.trim() });
  }
}

function chunkOf(name, body) {
  const chunk = new Uint8Array(8 + body.length);
  chunk.set(new TextEncoder().encode(name));
  new DataView(chunk.buffer).setUint32(4, body.length, true);
  chunk.set(body, 8);
  return chunk;
}

function headerOf(size) {
  const header = new Uint8Array(12);
  header.set(new TextEncoder().encode("RIFF"));
  new DataView(header.buffer).setUint32(4, size, true);
  header.set(new TextEncoder().encode("WEBP"), 8);
  return header;
}
