// Reads accounts in Node: tables and sections on the first line, then a batch of accounts a line.
import { createInterface } from "node:readline";
import { readAccount } from "../../../../src/afspraak/engine/browser/account.js";

let packs;
for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  if (packs) {
    const answers = given.map((account) => readAccount(packs.get(account.company), account));
    process.stdout.write(`${JSON.stringify(answers)}\n`);
  } else {
    const { tables, sections } = given;
    packs = new Map(Object.entries(sections).map(([name, account]) => [name, { tables, account }]));
  }
}
