/** What is so about an exhibit and cannot be edited: its bytes, and what was read from them. */
import { Copy } from 'lucide-react';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import type { Rendition } from '../../../../shared/domain/rendition.ts';
import { Fact, Facts, formatBytes, formatCount, IconButton, InstantText, Mono, Section } from '../../../ui/index.ts';
import { useToast } from '../../../workbench/index.ts';
import { readingWords, typeWord } from '../exhibitWords.ts';

export type ExhibitInFull = OutputOf<'exhibit.get'>;

export function ExhibitFacts({
  exhibit,
  rendition,
}: {
  exhibit: ExhibitInFull;
  rendition: Rendition | null | undefined;
}) {
  const toast = useToast();
  const copyDigest = () => {
    navigator.clipboard.writeText(exhibit.sha256).then(
      () => toast({ text: 'SHA-256 copied.' }),
      () => toast({ text: 'The clipboard is not to be had just now.', kind: 'problem' }),
    );
  };
  return (
    <Section title="Facts">
      <Facts>
        <Fact name="Type">
          {typeWord(exhibit.mediaType)} <span className="inspector-soft">{exhibit.mediaType}</span>
        </Fact>
        <Fact name="Size">
          {formatBytes(exhibit.sizeBytes)}{' '}
          <span className="inspector-soft">{formatCount(exhibit.sizeBytes)} bytes</span>
        </Fact>
        {exhibit.pageCount > 0 && <Fact name="Pages">{formatCount(exhibit.pageCount)}</Fact>}
        <Fact name="File name">{exhibit.fileName}</Fact>
        <Fact name="SHA-256">
          <span className="inspector-digest">
            <Mono wrap>{exhibit.sha256}</Mono>
            <IconButton icon={Copy} label="Copy the SHA-256" size={14} onPress={copyDigest} />
          </span>
        </Fact>
        <Fact name="Admitted">
          <InstantText at={exhibit.admittedAt} withTime />
        </Fact>
        <Fact name="Reading">
          {readingWords[exhibit.reading]}
          {rendition && (
            <span className="inspector-soft">
              {' '}
              by {rendition.engine} {rendition.engineVersion}
            </span>
          )}
        </Fact>
      </Facts>
      {rendition?.warnings.map(warning => (
        <p key={warning} className="inspector-soft">
          {warning}
        </p>
      ))}
    </Section>
  );
}
