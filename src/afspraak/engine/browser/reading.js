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
    points.forEach((point, i) => {
      const folded = this.fold(point);
      for (let n = folded.length; n > 0; n--) origins.push(i);
      text += folded;
    });
    const words = text.match(this.words) ?? [];
    let end = 0;
    const places = words.map((word) => {
      const start = text.indexOf(word, end);
      end = start + word.length;
      return [start, end];
    });
    return { points, origins, text, words, places, digits: text.replace(/[^0-9]+/g, "").length };
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
}

function pointsIn(ranges) {
  const points = ranges.map((point) => `\\u{${point.toString(16)}}`);
  return `[${points.map((point, i) => (i % 2 ? `-${point}` : point)).join("")}]`;
}
