/** How long a post is as each network counts, and where it would be cut. */

import { Measures } from "../../engine/measures.js";
import { Reader } from "../../engine/reading.js";

const AS_SEEN = { unit: "graphemes" };

export class Counter {
  constructor({ tables, facts }) {
    this.measures = new Measures(new Reader(tables), facts);
    this.networks = facts.networks;
  }

  /** For each network `{network, used, limit, unit, cut}`; `cut` is null when all fits. */
  of(text, networks) {
    const points = [...text.replace(/\p{Cs}/gu, "\ufff0")];
    const rows = new Map(); // some networks count alike
    return networks.map((network) => {
      const { unit, link, mentions, limit } = this.networks[network];
      const way = [unit, link, mentions].join(" ");
      if (!rows.has(way)) rows.set(way, [...this.measures.costs(this.networks[network], { points })]);
      let used = 0;
      let cut = null;
      for (const [start, , cost] of rows.get(way)) {
        used += cost;
        if (cut === null && used > limit) cut = points.slice(0, start).join("").length;
      }
      return { network, used, limit, unit, cut };
    });
  }

  /** How many characters a reader sees. */
  seen(text) {
    return this.graphemes(text).length;
  }

  /** The characters of a text as a reader sees them. */
  graphemes(text) {
    const points = [...text];
    const all = this.measures.costs(AS_SEEN, { points });
    return Array.from(all, ([start, end]) => points.slice(start, end).join("")).filter(Boolean);
  }
}
