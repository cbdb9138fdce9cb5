/**
 * JPEG: segments, each a marker with a length, and after a start of scan the picture itself. What
 * draws the picture is kept byte for byte; all else can go, also what hangs behind the end.
 */

import { Bytes, Truncated, letters } from "./bytes.js";
import { onlyOrientation, readExif } from "./exif.js";
import { readPhotoshop, readXmp } from "./xmp.js";

const [START, END, SCAN, COMMENT] = [0xd8, 0xd9, 0xda, 0xfe];
const [JFIF, EXIF, PROFILE, ADOBE, PHOTOSHOP] = [0xe0, 0xe1, 0xe2, 0xee, 0xed];

export const isJpeg = (bytes) => bytes[0] === 0xff && bytes[1] === START && bytes[2] === 0xff;

/** What the file tells beside its picture, and the pieces of it without that. */
export function readJpeg(bytes) {
  const file = new Bytes(bytes);
  const told = { found: [], gps: null, orientation: 1 };
  const kept = [];
  let frames = 0;
  let at = 2;
  for (;;) {
    const { marker, start } = nextMarker(file, at);
    if (marker === END) {
      kept.push(file.part(start, 2));
      at = start + 2;
      break;
    }
    const length = file.u16(start + 2);
    if (length < 2) throw new Truncated();
    const body = file.part(start + 4, length - 2);
    at = start + 2 + length;
    if (marker === SCAN) {
      frames += 1;
      at = endOfScan(file, at);
      kept.push(file.part(start, at - start));
    } else if (draws(marker, body)) {
      kept.push(file.part(start, at - start));
    } else if (marker === JFIF && new Bytes(body).says("JFIF\0")) {
      kept.push(withoutThumbnail(body));
      if (body[12] && body[13]) told.found.push({ what: "thumbnail", value: "" });
    } else {
      listen(marker, body, told);
    }
  }
  if (!frames) throw new Truncated();
  if (at < bytes.length) told.found.push({ what: "behind", value: "" });
  const upright = told.orientation === 1 ? [] : [orientationSegment(told.orientation)];
  return { ...told, animated: false, pieces: [new Uint8Array([0xff, START]), ...upright, ...kept] };
}

function nextMarker(file, from) {
  let start = from;
  if (file.u8(start) !== 0xff) throw new Truncated();
  while (file.u8(start + 1) === 0xff) start += 1;
  return { marker: file.u8(start + 1), start };
}

/** Where the next marker stands that is no restart and no escaped 255. */
function endOfScan(file, from) {
  for (let at = from; ; at += 1) {
    at = file.bytes.indexOf(0xff, at);
    if (at < 0) throw new Truncated();
    const next = file.u8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
}

/** Whether a decoder needs the segment: frames, tables, the colour profile and the colour change. */
function draws(marker, body) {
  if (marker >= 0xc0 && marker <= 0xdf) return true;
  if (marker === PROFILE) return new Bytes(body).says("ICC_PROFILE\0");
  return marker === ADOBE && new Bytes(body).says("Adobe");
}

function withoutThumbnail(body) {
  const header = body.slice(0, 14);
  header[12] = 0;
  header[13] = 0;
  return segment(JFIF, header);
}

function listen(marker, body, told) {
  const head = new Bytes(body);
  if (marker === EXIF && head.says("Exif\0")) {
    const exif = readExif(body.subarray(6));
    told.found.push(...exif.found);
    told.gps ??= exif.gps;
    told.orientation = exif.orientation;
  } else if (marker === EXIF && head.says("http://ns.adobe.com/xap/1.0/\0")) {
    const xmp = readXmp(body.subarray(29));
    told.found.push(...xmp.found);
    told.gps ??= xmp.gps;
  } else if (marker === PHOTOSHOP) {
    told.found.push(...readPhotoshop(body));
  } else if (marker === COMMENT) {
    told.found.push({ what: "comment", value: letters(body) });
  } else if (marker === JFIF) {
    told.found.push({ what: "thumbnail", value: "" });
  } else {
    told.found.push({ what: "other", value: `APP${marker - 0xe0}` });
  }
}

function orientationSegment(orientation) {
  const name = new TextEncoder().encode("Exif\0\0");
  return segment(EXIF, new Uint8Array([...name, ...onlyOrientation(orientation)]));
}

function segment(marker, body) {
  const length = body.length + 2;
  return new Uint8Array([0xff, marker, length >> 8, length & 0xff, ...body]);
}
