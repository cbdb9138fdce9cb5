/** The page's own words: they stand in the page, in the reader's language. */

/** Gives the words in `root` by name, with `{…}` filled in: `say("times", {n: 3})`. */
export function wordsOf(root) {
  const words = new Map();
  for (const each of root.content.querySelectorAll("[data-word]")) {
    words.set(each.dataset.word, each.textContent.trim());
  }
  return (name, values = {}) =>
    Object.entries(values).reduce(
      (text, [key, value]) => text.replaceAll(`{${key}}`, () => value),
      words.get(values.n === 1 && words.has(`${name}-one`) ? `${name}-one` : name) ?? "",
    );
}
