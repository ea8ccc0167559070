import type { InboxSummary } from '../../../shared/contract/archive.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { Badge, countOf, Fact, Facts, formatBytes, HandlingTag, InstantText, Mono, Notice } from '../../ui/index.ts';
import { senderWords } from './archiveWords.ts';

/** Who sealed it, when, what of, and what is known of the signature. */
export function ArchiveFacts({ summary, inHand }: { summary: InboxSummary; inHand: CaseId | null }) {
  const { about, sha256, sizeBytes } = summary.entry;
  const { documents } = summary;
  return (
    <>
      {inHand !== null && inHand !== about.case.id && (
        <Notice>This archive is of another case than the one that is open here.</Notice>
      )}
      <Facts>
        <Fact name="From">
          <span dir="auto">{senderWords(about)}</span>
        </Fact>
        <Fact name="Signature">{about.signature.sentence}</Fact>
        <Fact name="Case">
          <span dir="auto">
            <Mono>{about.case.reference}</Mono> {about.case.title}
          </span>{' '}
          <HandlingTag mark={about.case.handlingMark} />{' '}
          {about.case.isExercise && <Badge tone="warning">exercise</Badge>}
        </Fact>
        <Fact name="Sealed">
          <SealedAt at={about.sealedAt} />, {about.isWhole ? 'the whole case' : 'a part of the case'}
        </Fact>
        <Fact name="New documents">
          {documents.count === 0
            ? 'none'
            : `${countOf(documents.count, 'document')}, ${formatBytes(documents.sizeBytes)}`}
        </Fact>
        <Fact name="File">
          {formatBytes(sizeBytes)}, SHA-256{' '}
          <span title={sha256}>
            <Mono>{`${sha256.slice(0, 16)}…`}</Mono>
          </span>
        </Fact>
        <Fact name="Custody">
          {about.custodyHead.count === 0
            ? 'no events'
            : `head of their chain at event ${about.custodyHead.count}: ${about.custodyHead.hash.slice(0, 16)}…`}
        </Fact>
      </Facts>
    </>
  );
}

/** By the sender's clock, which nothing rests on. */
function SealedAt({ at }: { at: string }) {
  return <InstantText at={at} withTime />;
}
