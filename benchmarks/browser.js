// Times a prepared pack in a page: of each post the best attempt, and the first alone.
import { prepare } from "/browser/check.js";

let checker;
let now;

globalThis.start = async (given) => {
  now = given;
  const content = await (await fetch("/pack.json")).text();
  const begin = performance.now();
  const pack = JSON.parse(content);
  const parsed = performance.now();
  checker = prepare(pack);
  return { parse_ms: parsed - begin, build_ms: performance.now() - parsed };
};

globalThis.round = ([texts, attempts, repeat]) => {
  const best = [];
  const once = [];
  const begin = performance.now();
  for (const text of texts) {
    const post = { text, as: "affiliated", network: null, at: null, media: [], now };
    once.push(timed(post, 1));
    let least = Infinity;
    for (let i = 0; i < attempts; i++) least = Math.min(least, timed(post, repeat));
    best.push(least);
  }
  return { best, once, seconds: (performance.now() - begin) / 1e3 };
};

function timed(post, repeat) {
  const begin = performance.now();
  for (let i = 0; i < repeat; i++) checker(post);
  return ((performance.now() - begin) * 1e3) / repeat;
}
