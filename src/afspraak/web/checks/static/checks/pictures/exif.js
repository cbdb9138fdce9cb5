/**
 * What Exif tells: a TIFF structure of tables, each entry twelve bytes. Gives `{found, gps,
 * orientation}`; what is broken in it counts as not there, for it goes away with the rest.
 */

import { Bytes, Truncated, letters, tidy } from "./bytes.js";

const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST_ENTRIES = 500;
const ASCII = 2;
const RATIONAL = 5;
const SIGNED_RATIONAL = 10;
const UNDEFINED = 7;

const ORIENTATION = 0x0112;
const EXIF_TABLE = 0x8769;
const GPS_TABLE = 0x8825;
const MAKER_NOTE = 0x927c;
const USER_COMMENT = 0x9286;

/** What kind of thing each entry is; entries that are not named here say nothing of a person. */
const SAYS = new Map([
  [0x010e, "description"],
  [0x010f, "camera"],
  [0x0110, "camera"],
  [0x0131, "software"],
  [0x0132, "date"],
  [0x013b, "author"],
  [0x013c, "software"],
  [0x8298, "rights"],
  [0x9003, "date"],
  [0x9004, "date"],
  [0xa420, "serial"],
  [0xa430, "author"],
  [0xa431, "serial"],
  [0xa434, "camera"],
  [0xa435, "serial"],
]);

/** The entries that Windows writes, as UTF-16. */
const WIDE = new Map([
  [0x9c9b, "description"],
  [0x9c9c, "comment"],
  [0x9c9d, "author"],
  [0x9c9e, "description"],
  [0x9c9f, "description"],
]);

/** Reads Exif that begins at the byte order; `bytes` is an Uint8Array. */
export function readExif(bytes) {
  const told = { found: [], gps: null, orientation: 1 };
  try {
    const order = new Bytes(bytes);
    const little = order.says("II");
    if (!little && !order.says("MM")) return told;
    const tiff = new Bytes(bytes, little);
    if (tiff.u16(2) !== 42) return told;
    const first = tableAt(tiff, tiff.u32(4));
    tell(tiff, first.entries, told);
    for (const [tag, read] of [
      [EXIF_TABLE, tell],
      [GPS_TABLE, tellPlace],
    ]) {
      const entry = first.entries.get(tag);
      if (entry) attempt(() => read(tiff, tableAt(tiff, tiff.u32(entry.at)).entries, told));
    }
    if (first.next) told.found.push({ what: "thumbnail", value: "" });
  } catch (error) {
    if (!(error instanceof Truncated)) throw error;
  }
  return told;
}

/** Exif with nothing in it but how the picture is turned, to keep it upright. */
export function onlyOrientation(orientation) {
  return new Uint8Array([
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0,
    0, 0,
  ]);
}

function tableAt(tiff, at) {
  const count = tiff.u16(at);
  if (count > MOST_ENTRIES) throw new Truncated();
  const entries = new Map();
  for (let i = 0; i < count; i += 1) {
    const entry = at + 2 + 12 * i;
    const [tag, type, amount] = [tiff.u16(entry), tiff.u16(entry + 2), tiff.u32(entry + 4)];
    const length = (SIZES[type] ?? 0) * amount;
    entries.set(tag, { type, amount, length, at: entry + 8 });
  }
  let next = 0;
  attempt(() => {
    next = tiff.u32(at + 2 + 12 * count);
  });
  return { entries, next };
}

function tell(tiff, entries, told) {
  for (const [tag, entry] of entries) {
    if (tag === ORIENTATION) {
      const turned = tiff.u16(entry.at);
      if (turned >= 1 && turned <= 8) told.orientation = turned;
    } else if (tag === MAKER_NOTE) {
      told.found.push({ what: "maker", value: "" });
    } else {
      attempt(() => {
        const [what, value] = said(tiff, tag, entry);
        if (value) told.found.push({ what, value });
      });
    }
  }
}

function said(tiff, tag, entry) {
  if (SAYS.has(tag) && entry.type === ASCII) return [SAYS.get(tag), letters(valueOf(tiff, entry))];
  if (WIDE.has(tag)) {
    return [WIDE.get(tag), tidy(new TextDecoder("utf-16le").decode(valueOf(tiff, entry)))];
  }
  if (tag === USER_COMMENT && entry.type === UNDEFINED) {
    const value = valueOf(tiff, entry);
    const wide = new Bytes(value).says("UNICODE");
    const code = tiff.little ? "utf-16le" : "utf-16be";
    const text = value.subarray(8);
    return ["comment", wide ? tidy(new TextDecoder(code).decode(text)) : letters(text)];
  }
  return ["", ""];
}

const valueOf = (tiff, entry) =>
  entry.length > 4
    ? tiff.part(tiff.u32(entry.at), entry.length)
    : tiff.part(entry.at, entry.length);

function tellPlace(tiff, entries, told) {
  const latitude = degrees(tiff, entries, 2, 1, "S");
  const longitude = degrees(tiff, entries, 4, 3, "W");
  if (latitude === null || longitude === null) return;
  told.gps = { latitude, longitude };
}

/** Degrees, minutes and seconds as one number; south and west are below zero. */
function degrees(tiff, entries, tag, side, negative) {
  const entry = entries.get(tag);
  if (!entry || ![RATIONAL, SIGNED_RATIONAL].includes(entry.type) || !entry.amount) return null;
  const at = tiff.u32(entry.at);
  let sum = 0;
  for (let i = 0; i < Math.min(entry.amount, 3); i += 1) {
    const below = tiff.u32(at + 8 * i + 4);
    if (below) sum += tiff.u32(at + 8 * i) / below / 60 ** i;
  }
  if (!Number.isFinite(sum) || sum > 180) return null;
  const mark = entries.get(side);
  return mark && letters(valueOf(tiff, mark)) === negative ? -sum : sum;
}

function attempt(act) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Truncated)) throw error;
  }
}
