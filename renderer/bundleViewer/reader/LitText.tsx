/** Text with what is looked for in it marked. */
import { Fragment } from 'react';
import { litPieces } from './litPieces.ts';
import type { Span } from './readingTarget.ts';

export function LitText({ text, from = 0, spans }: { text: string; from?: number; spans: readonly Span[] }) {
  return litPieces(text, from, spans).map(piece =>
    piece.isLit ? (
      <mark key={piece.at} className="highlight-text">
        {piece.text}
      </mark>
    ) : (
      <Fragment key={piece.at}>{piece.text}</Fragment>
    ),
  );
}
