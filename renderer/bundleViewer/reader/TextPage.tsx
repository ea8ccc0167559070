/** A page of extracted text, for exhibits that are not shown as they look: web pages, office files, plain text, mail. */
import { useMemo } from 'react';
import { splitMessageHeader, splitQuotedLines } from '../../../shared/domain/messageHeader.ts';
import { languageOf } from '../content/languageOf.ts';
import { LitText } from './LitText.tsx';
import type { PassageOutcome } from './PassageBar.tsx';
import { locateTarget, type ReadingTarget, type Span } from './readingTarget.ts';
import { useLanding } from './useLanding.ts';

interface Props {
  text: string;
  /** The first page of a message begins with its header lines. */
  isMessage: boolean;
  hasHeader: boolean;
  languages: readonly string[];
  target: ReadingTarget | null;
  onOutcome: (outcome: PassageOutcome) => void;
  children?: React.ReactNode;
}

export function TextPage({ text, isMessage, hasHeader, languages, target, onOutcome, children }: Props) {
  const found = useMemo(() => locateTarget(text, target), [text, target]);
  const place = useLanding(target, found, onOutcome);
  const spans = found?.spans ?? [];
  const { fields, body } = useMemo(
    () => (isMessage && hasHeader ? splitMessageHeader(text) : { fields: [], body: text }),
    [text, isMessage, hasHeader],
  );
  const bodyFrom = text.length - body.length;
  return (
    <div ref={place} className="page text-page" lang={languageOf(text, languages)} dir="auto">
      {text === '' && <p className="quiet">No text was read from this page.</p>}
      {fields.length > 0 && <MessageHead fields={fields} spans={spans} />}
      {children}
      {isMessage ? <MessageBody text={body} from={bodyFrom} spans={spans} /> : <LitText text={text} spans={spans} />}
    </div>
  );
}

function MessageHead({ fields, spans }: { fields: { name: string; value: string }[]; spans: readonly Span[] }) {
  let at = 0;
  const placed = fields.map(field => {
    const from = at;
    at += field.name.length + field.value.length;
    return { ...field, from };
  });
  return (
    <dl className="message-head">
      {placed.map(({ name, value, from }) => {
        const shown = value.replace(/\s+$/, '');
        return (
          <div key={from}>
            <dt>
              <LitText text={name} from={from} spans={spans} />
            </dt>
            <dd>
              <LitText text={shown} from={from + name.length} spans={spans} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function MessageBody({ text, from, spans }: { text: string; from: number; spans: readonly Span[] }) {
  let at = from;
  return splitQuotedLines(text).map(run => {
    const start = at;
    at += run.text.length;
    return (
      <div key={start} className={run.quoted ? 'quoted-lines' : undefined}>
        <LitText text={run.text} from={start} spans={spans} />
      </div>
    );
  });
}
