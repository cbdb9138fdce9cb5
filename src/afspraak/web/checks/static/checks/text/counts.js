/** How long a post is as each network counts, and where it would be cut. */

import { Measures } from "../../engine/measures.js";
import { Reader } from "../../engine/reading.js";

const AS_SEEN = { unit: "graphemes", limit: Infinity };

export class Counter {
  constructor({ tables, facts }) {
    this.measures = new Measures(new Reader(tables), facts);
    this.networks = facts.networks;
  }

  /** For each network `{network, used, limit, unit, cut}`; `cut` is null when all fits. */
  of(text, networks) {
    const whole = text.replace(/\p{Cs}/gu, "\ufff0");
    return networks.map((network) => {
      const { unit, limit } = this.networks[network];
      const { used, cut } = this.measures.tally(this.networks[network], whole);
      const at = cut === null ? null : [...whole].slice(0, cut).join("").length;
      return { network, used, limit, unit, cut: at };
    });
  }

  /** How many characters a reader sees. */
  seen(text) {
    return this.measures.tally(AS_SEEN, text).used;
  }

  /** The characters of a text as a reader sees them. */
  graphemes(text) {
    const points = [...text];
    const all = this.measures.costs(AS_SEEN, { points });
    return Array.from(all, ([start, end]) => points.slice(start, end).join("")).filter(Boolean);
  }
}
