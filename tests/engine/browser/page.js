// What the page of a test does: it takes the pack, then batches of posts, or code points.
import { check } from "/browser/check.js";
import { Measures } from "/browser/measures.js";
import { Reader } from "/browser/reading.js";
import { readPoints } from "/points.js";

let pack;
globalThis.usePack = (content) => {
  pack = JSON.parse(content);
};
globalThis.answer = (batch) => {
  const { posts, lang, points } = JSON.parse(batch);
  return JSON.stringify(
    points
      ? readPoints({ Measures, Reader }, { pack, points })
      : posts.map((post) => check(pack, post, lang)),
  );
};
