/** A text as signs, one for each code point, by the frozen tables; see engine/signs.py. */

export class Signs {
  constructor(reader) {
    this.reader = reader;
    this.known = new Map();
    const capitals = [...reader.table.keys()].filter(isCapital);
    this.capitals = new Set(capitals);
    this.smalls = new Set(capitals.map(lower));
  }

  of(points) {
    return points.map((point) => this.sign(point)).join("");
  }

  sign(point) {
    if (!this.known.has(point)) this.known.set(point, this.find(point));
    return this.known.get(point);
  }

  find(point) {
    if (/[A-Za-z]/.test(point)) return point;
    const folded = this.reader.fold(point);
    if (/^[\0-@[-`{-\x7f]+$/.test(folded)) return folded[0];
    if (this.capitals.has(point)) return "É";
    if (this.smalls.has(point)) return "é";
    if (this.reader.isMark(point)) return "\u0301";
    return folded && [...folded].every((each) => this.reader.isWord(each)) ? "文" : "·";
  }
}

const lower = (point) => point.toLowerCase();
const isCapital = (point) => lower(point) !== point;
