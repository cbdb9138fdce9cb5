// Runs the browser executor in Node: the pack on the first line, then a batch of posts a line.
import { createInterface } from "node:readline";
import { prepare } from "../../../src/afspraak/engine/browser/check.js";
import { Measures } from "../../../src/afspraak/engine/browser/measures.js";
import { Reader } from "../../../src/afspraak/engine/browser/reading.js";
import { readPoints } from "./points.js";

let pack;
let checker;
for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  if (!pack) {
    pack = given;
    checker = prepare(pack);
    continue;
  }
  const { posts, lang, points } = given;
  const answer = points
    ? readPoints({ Measures, Reader }, { pack, points })
    : posts.map((post) => checker(post, lang));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
