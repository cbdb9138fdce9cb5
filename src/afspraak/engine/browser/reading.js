/** How the frozen tables of a pack read a text: folded, with the way back; see engine/fold.py. */

export class Reader {
  constructor(tables) {
    const targets = tables.to.split("\0");
    this.table = new Map([...tables.from].map((point, i) => [point, targets[i]]));
    const word = pointsIn(tables.word);
    this.aWord = new RegExp(`^${word}`, "u");
    this.words = new RegExp(`${word}+`, "gu");
    this.aMark = new RegExp(pointsIn(tables.marks), "u");
  }

  read(original) {
    // Folding may bring two lone surrogates together, which then would be one code point. This
    // stand-in is no word, folds to itself and counts as a surrogate does for every network.
    const points = [...original.replace(/\p{Cs}/gu, "\ufff0")];
    const origins = []; // by UTF-16 unit of the folded text: the code point it came from
    let text = "";
    for (let i = 0; i < points.length; i++) {
      const folded = this.fold(points[i]);
      for (let n = folded.length; n > 0; n--) origins.push(i);
      text += folded;
    }
    const found = [...text.matchAll(this.words)];
    return {
      points,
      digits: text.replace(/[^0-9]+/g, "").length,
      origins,
      text,
      words: found.map(([word]) => word),
      places: found.map(({ 0: word, index }) => [index, index + word.length]),
    };
  }

  fold(point) {
    return this.table.get(point) ?? point;
  }

  isWord(folded) {
    return this.aWord.test(folded);
  }

  isMark(point) {
    return point > "\x7f" && this.aMark.test(point);
  }

  /** The code points of the original that a folded stretch stands for, with their marks. */
  span({ points, origins }, [start, end]) {
    let last = origins[end - 1] + 1;
    while (last < points.length && this.isMark(points[last])) last++;
    return [origins[start], last];
  }

  /** The original as signs, one for each code point; see engine/signs.py. */
  signs(read) {
    read.signs ??= read.points.map((point) => this.sign(point)).join("");
    return read.signs;
  }

  sign(point) {
    if (/^[A-Za-z]/.test(point)) return point;
    const folded = this.fold(point);
    if (/^[\0-@[-`{-\x7f]+$/.test(folded)) return folded[0];
    this.small ??= new Set([...this.table.keys()].filter(isCapital).map(lower));
    if (this.table.has(point) && isCapital(point)) return "É";
    if (this.small.has(point)) return "é";
    if (this.isMark(point)) return "\u0301";
    return folded && [...folded].every((each) => this.isWord(each)) ? "文" : "·";
  }
}

const lower = (point) => point.toLowerCase();
const isCapital = (point) => lower(point) !== point;

function pointsIn(ranges) {
  const points = ranges.map((point) => `\\u{${point.toString(16)}}`);
  return `[${points.map((point, i) => (i % 2 ? `-${point}` : point)).join("")}]`;
}
