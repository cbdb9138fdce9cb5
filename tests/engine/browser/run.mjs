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
  const { posts, lang, points, counted } = given;
  let answer;
  if (points) answer = readPoints({ Measures, Reader }, { pack, points });
  else if (counted) answer = tallies(counted);
  else answer = posts.map((post) => checker(post, lang));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/** What each text counts on each network: `[used, cut]`. */
function tallies(texts) {
  const measures = new Measures(new Reader(pack.tables), pack.facts);
  const networks = Object.entries(pack.facts.networks);
  return texts.map((text) => {
    const told = networks.map(([name, network]) => [name, measures.tally(network, text)]);
    return Object.fromEntries(told.map(([name, { used, cut }]) => [name, [used, cut]]));
  });
}
