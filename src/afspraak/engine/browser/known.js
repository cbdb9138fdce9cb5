/** What was once worked out of a short text: who checks at each key asks for the same again. */

const MOST = 20_000;
const LONGEST = 100;

export class Known {
  constructor(find) {
    this.find = find;
    this.values = new Map();
  }

  /** What is known of `text`, or else what `find` makes of it. */
  of(text) {
    let value = this.values.get(text);
    if (value === undefined) {
      value = this.find(text);
      if (this.values.size > MOST) this.values.clear();
      if (text.length <= LONGEST) this.values.set(text, value);
    }
    return value;
  }
}
