// Runs the browser executor in Node: the pack on the first line, then a batch of posts a line.
import { createInterface } from "node:readline";
import { prepare } from "../../../src/afspraak/engine/browser/check.js";

let checker;
for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  if (checker) {
    const findings = given.posts.map((post) => checker(post, given.lang));
    process.stdout.write(`${JSON.stringify(findings)}\n`);
  } else {
    checker = prepare(given);
  }
}
