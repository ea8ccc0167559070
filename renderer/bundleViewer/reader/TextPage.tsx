/** A page of extracted text, for exhibits that are not shown as they look: mail, web pages, office files, plain text. */
import { Fragment, useEffect, useMemo, useRef } from 'react';
import type { BundlePassage } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import { type LocatedPassage, locatePassage } from './locatePassage.ts';
import type { PassageOutcome } from './PassageBar.tsx';

interface Props {
  text: string;
  languages: readonly string[];
  passage: BundlePassage | null;
  onOutcome: (outcome: PassageOutcome) => void;
}

export function TextPage({ text, languages, passage, onOutcome }: Props) {
  const mark = useRef<HTMLElement>(null);
  const found = useMemo(() => passage && locatePassage(text, passage), [text, passage]);
  useEffect(() => {
    onOutcome(found ? found.how : 'absent');
    mark.current?.scrollIntoView({ block: 'center' });
  }, [found, onOutcome]);
  return (
    <div className="page text-page" lang={languageOf(text, languages)}>
      {text === '' && <p className="quiet">This page has no text.</p>}
      {piecesOf(text, found).map(({ piece, isLit, at }) =>
        isLit ? (
          <mark key={at} ref={at === found?.start ? mark : undefined} className="highlight-text">
            {piece}
          </mark>
        ) : (
          <Fragment key={at}>{piece}</Fragment>
        ),
      )}
    </div>
  );
}

function piecesOf(text: string, found: LocatedPassage | null): { piece: string; isLit: boolean; at: number }[] {
  const pieces: { piece: string; isLit: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of found === null ? [] : (found.pieces ?? [found])) {
    pieces.push({ piece: text.slice(at, start), isLit: false, at: -start - 1 });
    pieces.push({ piece: text.slice(start, end), isLit: true, at: start });
    at = end;
  }
  pieces.push({ piece: text.slice(at), isLit: false, at: text.length + 1 });
  return pieces;
}
