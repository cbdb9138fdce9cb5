/** What XMP tells. It is searched, not parsed: a page may not make markup of text it was given. */

import { letters, tidy } from "./bytes.js";

const SAYS = [
  ["author", ["dc:creator", "photoshop:AuthorsPosition", "tiff:Artist", "photoshop:Credit"]],
  ["rights", ["dc:rights", "xmpRights:UsageTerms"]],
  ["description", ["dc:description", "dc:title", "photoshop:Headline", "dc:subject"]],
  ["date", ["xmp:CreateDate", "photoshop:DateCreated", "exif:DateTimeOriginal"]],
  ["software", ["xmp:CreatorTool"]],
  ["camera", ["tiff:Model", "aux:Lens"]],
  ["serial", ["aux:SerialNumber", "exifEX:BodySerialNumber", "aux:LensSerialNumber"]],
  ["town", ["photoshop:City", "Iptc4xmpCore:Location"]],
  ["people", ["mwg-rs:Name", "MPReg:PersonDisplayName", "Iptc4xmpExt:PersonInImage"]],
];

/** Reads XMP: `{found, gps}`. */
export function readXmp(bytes) {
  const text = new TextDecoder().decode(bytes);
  const found = [];
  for (const [what, names] of SAYS) {
    const values = new Set(names.flatMap((name) => [...valuesOf(text, name)]));
    for (const value of values) found.push({ what, value });
  }
  if (!found.length) found.push({ what: "xmp", value: "" });
  return { found, gps: placeIn(text) };
}

/** What `name` says, written as an attribute or as an element, with a list in it or not. */
function* valuesOf(text, name) {
  for (const [, , value] of text.matchAll(new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, "gs"))) {
    if (plain(value)) yield plain(value);
  }
  for (const [, inner] of text.matchAll(new RegExp(`<${name}[\\s>](.*?)</${name}>`, "gs"))) {
    const items = [...inner.matchAll(/<rdf:li[^>]*>(.*?)<\/rdf:li>/gs)].map(([, item]) => item);
    const values = items.length ? items : [inner.replace(/^[^<]*>/, "")];
    for (const value of values) if (plain(value)) yield plain(value);
  }
}

const MARKS = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plain = (value) =>
  tidy(value.replace(/<[^>]*>/g, " ")).replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => MARKS[name]);

function placeIn(text) {
  const latitude = degrees([...valuesOf(text, "exif:GPSLatitude")][0]);
  const longitude = degrees([...valuesOf(text, "exif:GPSLongitude")][0]);
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** `52,22.05N` or `52,22,3N` as a number; south and west are below zero. */
function degrees(said = "") {
  const parts = /^(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])$/.exec(said);
  if (!parts) return null;
  const sum = Number(parts[1]) + Number(parts[2]) / 60 + Number(parts[3] ?? 0) / 3600;
  return "SW".includes(parts[4]) ? -sum : sum;
}

/** The names that IPTC has for what it tells, by the number of the entry in its second record. */
const IPTC = new Map([
  [5, "description"],
  [25, "description"],
  [55, "date"],
  [80, "author"],
  [90, "town"],
  [92, "town"],
  [116, "rights"],
  [120, "description"],
  [122, "author"],
]);

/** Reads a Photoshop block, in which IPTC lies: what it tells, or only that it is there. */
export function readPhotoshop(bytes) {
  const found = [];
  for (let at = 0; at + 5 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x1c || bytes[at + 1] !== 2) continue;
    const length = bytes[at + 3] * 256 + bytes[at + 4];
    const what = IPTC.get(bytes[at + 2]);
    if (what && at + 5 + length <= bytes.length) {
      const value = letters(bytes.subarray(at + 5, at + 5 + length));
      if (value) found.push({ what, value });
      at += 4 + length;
    }
  }
  return found.length ? found : [{ what: "photoshop", value: "" }];
}
