/** The text of a PDF page as one string, with the way back from an offset to the piece of the page that shows it. */

export interface TextPiece {
  str: string;
  hasEOL: boolean;
}

export interface PageText {
  text: string;
  /** Where each piece begins in `text`. */
  starts: number[];
  pieces: readonly TextPiece[];
}

export function joinPieces(pieces: readonly TextPiece[]): PageText {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.str;
    if (piece.hasEOL) text += '\n';
  }
  return { text, starts, pieces };
}

export interface PieceRange {
  piece: number;
  from: number;
  to: number;
}

/** The parts of pieces that lie between two offsets. */
export function piecesBetween({ starts, pieces }: PageText, start: number, end: number): PieceRange[] {
  const ranges: PieceRange[] = [];
  pieces.forEach((piece, index) => {
    const at = starts[index] ?? 0;
    const from = Math.max(0, start - at);
    const to = Math.min(piece.str.length, end - at);
    if (from < to) ranges.push({ piece: index, from, to });
  });
  return ranges;
}
