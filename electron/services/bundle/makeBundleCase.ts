/** Puts what was gathered into the bundle's own schema: what the viewer shows, and nothing that leads anywhere else. */
import {
  BUNDLE_FORMAT,
  BundleCase,
  type BundleExhibit,
  type BundleFigure,
  type BundleFinding,
  type BundlePassage,
} from '../../../shared/domain/bundle.ts';
import type { CustodyEvent } from '../../../shared/domain/custody.ts';
import { custodyGenesis } from '../../../shared/domain/custody.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ClaimView, FindingView } from '../../../shared/domain/finding.ts';
import { strictestMark } from '../../../shared/domain/handlingMark.ts';
import type { Passage } from '../../../shared/domain/passage.ts';
import { findingName } from '../../../shared/domain/report/index.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import { standardSentences, type StatusReason } from '../../../shared/domain/standard.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { pageLabelsOf } from '../exhibit/index.ts';
import { findPassage } from '../passage/index.ts';
import { marksOfOtherCases } from '../report/index.ts';
import { exhibitFileName } from './exhibitFile.ts';
import type { GatheredBundle } from './gatherBundle.ts';

export interface BundleAbout {
  /** The time of the edition, so that the same content makes the same bytes whenever it is exported. */
  exportedAt: Instant;
  custody: readonly CustodyEvent[];
  reports: BundleCase['reports'];
  figures: readonly BundleFigure[];
}

export function makeBundleCase(
  db: ReadableDb,
  gathered: GatheredBundle,
  { exportedAt, custody, reports, figures }: BundleAbout,
): BundleCase {
  const { input, concealer } = gathered;
  const { reference, title, workstream, standard, lead, isExercise } = input.case;
  const handlingMark = strictestMark([
    input.case.handlingMark,
    ...gathered.going.map(exhibit => exhibit.handlingMark),
    ...marksOfOtherCases(gathered),
  ]);
  const bundle: BundleCase = {
    format: BUNDLE_FORMAT,
    case: {
      reference,
      title,
      workstream,
      handlingMark,
      standard: standardSentences[standard],
      lead,
      isExercise,
      exportedAt,
    },
    exhibits: input.exhibits.map(exhibit => toExhibit(db, exhibit, gathered)),
    passages: passagesOf(db, gathered),
    findings: input.findings.map(finding => toFinding(finding, gathered)),
    ...(figures.length > 0 ? { figures: [...figures] } : {}),
    chronology: chronologyOf(gathered),
    custody: custody.map(({ seq, at, actor, action, subject, sha256, hash }) => ({
      seq,
      at,
      actor,
      action,
      subject,
      digest: sha256,
      hash,
    })),
    custodyHead: custody.at(-1)?.hash ?? custodyGenesis,
    reports,
  };
  return BundleCase.parse(concealer.concealIn(bundle));
}

function toExhibit(db: ReadableDb, exhibit: Exhibit, { input }: GatheredBundle): BundleExhibit {
  const withheld = input.withheld.get(exhibit.id);
  const source = input.sources.find(one => one.id === exhibit.sourceId);
  const parent = input.exhibits.find(one => one.id === exhibit.parentId);
  const common = {
    number: exhibitNumber(exhibit.number),
    documentSha256: exhibit.sha256,
    sizeBytes: exhibit.sizeBytes,
    mediaType: exhibit.mediaType,
    source: source ? { name: printedSourceName(source), reliability: source.reliability } : null,
    publishedOn: exhibit.publishedOn,
    handlingMark: exhibit.handlingMark,
    parentNumber: parent ? exhibitNumber(parent.number) : null,
  };
  if (withheld !== undefined) {
    return {
      ...common,
      title: 'Withheld',
      fileName: null,
      obtained: { how: '', on: null, by: '' },
      languages: [],
      pageCount: 0,
      pageLabels: [],
      hasText: false,
      problem: `Withheld from this bundle: ${withheld}.`,
    };
  }
  return {
    ...common,
    title: exhibit.title,
    fileName: exhibitFileName(exhibit),
    obtained: { how: exhibit.obtainedHow, on: exhibit.obtainedOn, by: exhibit.obtainedBy },
    languages: exhibit.languages,
    pageCount: exhibit.pageCount,
    pageLabels: exhibit.renditionId ? pageLabelsOf(db, exhibit.renditionId) : [],
    hasText: exhibit.renditionId !== null && exhibit.reading === 'read',
    problem: exhibit.problem,
  };
}

function passagesOf(db: ReadableDb, { input }: GatheredBundle): BundlePassage[] {
  const ids = new Set(
    input.findings.flatMap(finding =>
      finding.claims.flatMap(claim => claim.citations.map(citation => citation.passageId)),
    ),
  );
  return [...ids].sort().flatMap(id => {
    const passage = findPassage(db, id);
    const exhibit = passage ? input.exhibits.find(one => one.id === passage.exhibitId) : undefined;
    return passage && exhibit ? [toPassage(passage, exhibit, input.withheld.has(exhibit.id))] : [];
  });
}

function toPassage(passage: Passage, exhibit: Exhibit, withheld: boolean): BundlePassage {
  const { id, pageIndex, pageLabel, quote, position, rects, note, tags } = passage;
  const common = { id, exhibitNumber: exhibitNumber(exhibit.number), pageIndex, pageLabel };
  if (withheld)
    return { ...common, quote: { exact: '', prefix: '', suffix: '' }, position: null, rects: [], note: '', tags: [] };
  // Offsets count in the text that the passage was marked on; the bundle has the text as it was read last.
  return {
    ...common,
    quote,
    position: passage.renditionId === exhibit.renditionId ? position : null,
    rects,
    note,
    tags,
    ...(passage.translation ? { translation: withoutId(passage.translation) } : {}),
  };
}

function withoutId({ id: _, ...kept }: NonNullable<Passage['translation']>): BundlePassage['translation'] {
  return kept;
}

function toFinding(finding: FindingView, gathered: GatheredBundle): BundleFinding {
  const { id, title, stage, status, reasons, claims, participants, narrative, alternatives } = finding;
  return {
    id,
    title,
    stage,
    status,
    narrative,
    alternatives,
    number: findingName(finding),
    statusReasons: reasons.map(toReason),
    participants: participants.map(({ name, role }) => ({ name, role })),
    claims: claims.map(claim => toClaim(claim, gathered)),
  };
}

function toClaim(claim: ClaimView, { input }: GatheredBundle): BundleFinding['claims'][number] {
  const { id, text, status, reasons, judgement, computedStatus, provisionIds, citations } = claim;
  return {
    id,
    text,
    status,
    statusReasons: reasons.map(toReason),
    judgement: judgement ? { computed: computedStatus, reason: judgement.reason, by: judgement.by } : null,
    provisions: provisionIds.flatMap(provisionId => {
      const provision = input.provisions.find(one => one.id === provisionId);
      return provision
        ? [
            {
              id: provision.id,
              resolution: provision.resolution,
              paragraph: provision.paragraph,
              summary: provision.summary,
            },
          ]
        : [];
    }),
    citations: citations.map(({ id: citationId, passageId, bearing, credibility, quote, rebuttal, exhibitId }) => {
      const withheld = input.withheld.get(exhibitId);
      return {
        id: citationId,
        passageId,
        bearing,
        credibility,
        quote: withheld === undefined ? quote : `[words withheld: ${withheld}]`,
        rebuttal,
      };
    }),
  };
}

function toReason({ kind, sentence }: StatusReason): { kind: StatusReason['kind']; sentence: string } {
  return { kind, sentence };
}

function chronologyOf({ input }: GatheredBundle): BundleCase['chronology'] {
  const citations = input.findings.flatMap(finding => finding.claims.flatMap(claim => claim.citations));
  return input.exhibits
    .flatMap(exhibit => {
      if (exhibit.publishedOn === null) return [];
      const title = input.withheld.has(exhibit.id) ? 'withheld' : exhibit.title;
      const citationIds = citations.filter(citation => citation.exhibitId === exhibit.id).map(citation => citation.id);
      return [{ date: exhibit.publishedOn as string, text: `${exhibitNumber(exhibit.number)}: ${title}`, citationIds }];
    })
    .sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
}
