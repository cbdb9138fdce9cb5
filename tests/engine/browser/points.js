// What the browser executor makes of code points: fold, sort, sign and grapheme class of each.
export function readPoints({ Measures, Reader }, { pack, points }) {
  const reader = new Reader(pack.tables);
  const measures = new Measures(reader, pack.facts);
  const folds = [];
  let sorts = "";
  let signs = "";
  let classes = "";
  for (const point of points) {
    folds.push(reader.fold(point));
    const isWord = reader.fold(point) === point && reader.isWord(point);
    sorts += reader.isMark(point) ? "m" : isWord ? "w" : "-";
    signs += measures.signs.sign(point);
    classes += measures.classOf(point);
  }
  return { folds, sorts, signs, classes };
}
