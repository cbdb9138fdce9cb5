/** PNG: chunks, each with a length, a name and a check number. Those that draw are kept as they are. */

import { Bytes, Truncated, letters } from "./bytes.js";
import { onlyOrientation, readExif } from "./exif.js";
import { readXmp } from "./xmp.js";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What is needed to show the picture, moving or not, in its own colours and size. */
const DRAWS = new Set(
  (
    "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT " +
    "acTL fcTL fdAT"
  ).split(" "),
);

const TEXTS = new Set(["tEXt", "zTXt", "iTXt"]);

/** The names that writers give to texts, as the specification has them. */
const SAYS = {
  Author: "author",
  Artist: "author",
  Copyright: "rights",
  "Creation Time": "date",
  Description: "description",
  Title: "description",
  Software: "software",
  Source: "camera",
};

export const isPng = (bytes) => SIGNATURE.every((each, i) => bytes[i] === each);

/** What the file tells beside its picture, and the pieces of it without that. */
export function readPng(bytes) {
  const file = new Bytes(bytes);
  const told = { found: [], gps: null, orientation: 1, animated: false };
  const kept = [];
  let at = SIGNATURE.length;
  let name;
  do {
    const length = file.u32(at);
    name = String.fromCharCode(...file.part(at + 4, 4));
    const body = file.part(at + 8, length);
    const chunk = file.part(at, length + 12);
    at += chunk.length;
    if (DRAWS.has(name)) kept.push(chunk);
    else listen(name, body, told);
    if (name === "acTL") told.animated = true;
  } while (name !== "IEND");
  if (at < bytes.length) told.found.push({ what: "behind", value: "" });
  if (kept.length < 3) throw new Truncated();
  const [header, ...rest] = kept;
  const upright =
    told.orientation === 1 ? [] : [chunkOf("eXIf", onlyOrientation(told.orientation))];
  return { ...told, pieces: [new Uint8Array(SIGNATURE), header, ...upright, ...rest] };
}

function listen(name, body, told) {
  if (name === "eXIf") {
    const exif = readExif(body);
    told.found.push(...exif.found);
    told.gps ??= exif.gps;
    told.orientation = exif.orientation;
  } else if (TEXTS.has(name)) {
    const end = Math.max(body.indexOf(0), 0);
    const word = letters(body.subarray(0, end));
    if (word === "XML:com.adobe.xmp") {
      const xmp = readXmp(body.subarray(end));
      told.found.push(...xmp.found);
      told.gps ??= xmp.gps;
    } else {
      const value = name === "tEXt" ? letters(body.subarray(end + 1)) : "";
      told.found.push({ what: SAYS[word] ?? "comment", value: value || word });
    }
  } else if (name === "tIME") {
    const time = new Bytes(body);
    const [day, month] = [time.u8(3), time.u8(2)].map((each) => `${each}`.padStart(2, "0"));
    told.found.push({ what: "date", value: `${time.u16(0)}-${month}-${day}` });
  } else {
    told.found.push({ what: "other", value: name });
  }
}

function chunkOf(name, body) {
  const chunk = new Uint8Array(body.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(body, 8);
  view.setUint32(body.length + 8, checkNumber(chunk.subarray(4, body.length + 8)));
  return chunk;
}

/** CRC-32 as the specification of PNG has it, bit by bit: it is asked of forty bytes. */
function checkNumber(bytes) {
  let rest = 0xffffffff;
  for (const each of bytes) {
    rest ^= each;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}
