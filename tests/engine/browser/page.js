// What the page of a test does: it takes the pack, then batches of posts.
import { prepare } from "/browser/check.js";

let checker;
globalThis.usePack = (pack) => {
  checker = prepare(JSON.parse(pack));
};
globalThis.checkPosts = (batch) => {
  const { posts, lang } = JSON.parse(batch);
  return JSON.stringify(posts.map((post) => checker(post, lang)));
};
