// Answers accounts, one a line of JSON on standard input; the first line holds tables and sections.
import { createInterface } from "node:readline";
import { readAccount } from "../../../../src/afspraak/engine/browser/account.js";

let packs;
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  if (packs) {
    const { company, ...account } = asked;
    process.stdout.write(`${JSON.stringify(readAccount(packs[company], account))}\n`);
  } else {
    const sections = Object.entries(asked.sections);
    packs = Object.fromEntries(
      sections.map(([company, account]) => [company, { tables: asked.tables, account }]),
    );
  }
}
