/** A page of extracted text, for exhibits that are not shown as they look: mail, web pages, office files, plain text. */
import { useEffect, useMemo, useRef } from 'react';
import type { BundlePassage } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import { locatePassage } from './locatePassage.ts';
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
      {found ? (
        <>
          {text.slice(0, found.start)}
          <mark ref={mark} className="highlight-text">
            {text.slice(found.start, found.end)}
          </mark>
          {text.slice(found.end)}
        </>
      ) : (
        text
      )}
    </div>
  );
}
