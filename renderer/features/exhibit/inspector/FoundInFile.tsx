/** What the file says of itself and carries beside its text. Untrusted: shown as found, and used for nothing. */
import { type ReactNode, useState } from 'react';
import type { Rendition } from '../../../../shared/domain/rendition.ts';
import { Badge, Button, Fact, Facts, formatCount, Mono, Section } from '../../../ui/index.ts';
import { PROPOSED_LANGUAGES } from './proposedLanguages.ts';

const SHOWN_AT_ONCE = 30;

export function FoundInFile({ rendition }: { rendition: Rendition | null | undefined }) {
  if (!rendition) return null;
  const { places, remarks, structure } = rendition;
  return (
    <>
      <Metadata rendition={rendition} />
      {places.length > 0 && (
        <Section title="Places the file claims" count={places.length} folded>
          <p className="inspector-soft">As written in the file; nobody has verified them.</p>
          <Some
            of={places}
            render={({ name, latitude, longitude, altitudeM, at }, index) => (
              <li key={index}>
                <Mono>
                  {latitude.toFixed(5)}, {longitude.toFixed(5)}
                </Mono>{' '}
                {name !== null && <span dir="auto">{name}</span>}{' '}
                <span className="inspector-soft">
                  {[altitudeM !== null && `${altitudeM} m`, at].filter(Boolean).join(', ')}
                </span>
              </li>
            )}
          />
        </Section>
      )}
      {remarks.length > 0 && (
        <Section title="Comments and tracked changes" count={remarks.length} folded>
          <p className="inspector-soft">They are evidence, and they leave with the file when its bytes are exported.</p>
          <Some
            of={remarks}
            render={({ kind, author, at, text }, index) => (
              <li key={index} className="remark">
                <span className="inspector-soft">
                  <Badge>{remarkWords[kind]}</Badge> {[author || 'nobody named', at].filter(Boolean).join(', ')}
                </span>
                <span className="remark-text" dir="auto">
                  {kind === 'deletion' ? <del>{text}</del> : kind === 'insertion' ? <ins>{text}</ins> : text}
                </span>
              </li>
            )}
          />
        </Section>
      )}
      {structure?.kind === 'archive' && structure.leftOut.length > 0 && (
        <Section title="Not unpacked" count={structure.leftOut.length}>
          <Some
            of={structure.leftOut}
            render={({ name, reason }, index) => (
              <li key={index} className="remark">
                <Mono wrap>{name}</Mono>
                <span className="inspector-soft">{reason}</span>
              </li>
            )}
          />
        </Section>
      )}
    </>
  );
}

const remarkWords = { comment: 'comment', insertion: 'inserted', deletion: 'deleted' } as const;

function Metadata({ rendition }: { rendition: Rendition }) {
  const entries = Object.entries(rendition.metadata).filter(
    // The languages are not said by the file: they are ours, and proposed beside their field.
    ([name, value]) => value.trim() !== '' && name !== PROPOSED_LANGUAGES,
  );
  if (entries.length === 0) return null;
  return (
    <Section title="Found in the file" count={entries.length} folded>
      <Facts>
        {entries.map(([name, value]) => (
          <Fact key={name} name={inWords(name)}>
            <span dir="auto">{value}</span>
          </Fact>
        ))}
      </Facts>
    </Section>
  );
}

/** `lastModifiedBy` → `last modified by`; names that are words already stay. */
export function inWords(name: string): string {
  return name.replace(
    /([a-z\d])([A-Z])(?=[a-z])/g,
    (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  );
}

/** A long list in steps: a map file may claim ten thousand places. */
function Some<Item>({ of, render }: { of: readonly Item[]; render(item: Item, index: number): ReactNode }) {
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  return (
    <>
      <ul className="inspector-list">{of.slice(0, most).map(render)}</ul>
      {of.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + 10 * SHOWN_AT_ONCE)}>
          Show more of {formatCount(of.length)}
        </Button>
      )}
    </>
  );
}
