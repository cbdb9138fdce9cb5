/** The outcome in a word and a sentence, and how long the post is. */

/** Shows the verdict, and the empty state as long as there is nothing to check. */
export function showVerdict(root, say, outcome, { howMany, tooLongFor, lang }) {
  const shown = root.querySelector("[data-verdict]");
  root.dataset.outcome = outcome;
  shown.className = `verdict ${outcome}`;
  shown.querySelector("[data-verdict-word]").textContent = say(`verdict-${outcome}`);
  const sentences = [say(`sentence-${outcome}`)];
  if (tooLongFor.length) {
    const networks = new Intl.ListFormat(lang).format(tooLongFor);
    sentences.push(say("too-long", { networks }));
  }
  shown.querySelector("[data-verdict-sentence]").textContent = sentences.join(" ");
  shown.querySelector("[data-found]").textContent = howMany ? say("found", { n: howMany }) : "";
  root.querySelector("[data-empty]").hidden = outcome !== "empty";
  root.querySelector("[data-tools]").hidden = outcome === "empty";
}

/** Shows a line for each network, or for none how many characters there are. */
export function showCounts(list, say, counts, { seen, labelOf, lang }) {
  const number = new Intl.NumberFormat(lang);
  const lines = counts.map(({ network, used, limit, unit }) => {
    const over = used - limit;
    const values = {
      network: labelOf(network),
      used: number.format(used),
      limit: number.format(limit),
      over: number.format(over),
    };
    const sort = unit === "utf8" ? "bytes" : "characters";
    return { says: say(over > 0 ? `over-${sort}` : `count-${sort}`, values), isOver: over > 0 };
  });
  if (!lines.length) lines.push({ says: say("seen", { n: seen }), isOver: false });
  const elements = lines.map(({ says, isOver }, i) => {
    const line = list.children[i] ?? document.createElement("li");
    if (line.textContent !== says) line.textContent = says;
    line.classList.toggle("over", isOver);
    return line;
  });
  list.replaceChildren(...elements);
}
