/** One finding in print: its status and what it lacks, the narrative, each claim with its evidence, provisions, replies. */
import { describeInstantDay } from '../../kernel/dates.ts';
import { exhibitNumber } from '../exhibit.ts';
import { type ClaimView, findingName, type FindingStage, type FindingView } from '../finding.ts';
import { provisionName } from '../provision.ts';
import { raisesStatus, type ClaimStatus, statusShapes, statusWords, weakestStatus } from '../standard.ts';
import { dissentParagraphs } from './dissentParagraphs.ts';
import { figureBlocks } from './figureBlocks.ts';
import { figuresOf, type NumberedFigure } from './figureOrder.ts';
import { narrativeBlocks } from './narrativeBlocks.ts';
import type { NoteBook } from './noteBook.ts';
import type { Paragraphs } from './paragraphs.ts';
import { provisionBlocks } from './provisionBlocks.ts';
import { replyParagraphs } from './replyParagraphs.ts';
import type { ReportInput } from './reportInput.ts';
import type { ReportBlock, ReportRun, ReportSection, ReportStatus } from './reportModel.ts';
import { asSentence, bullets, inWords, oneLine, text } from './reportWords.ts';

const stageSentences: Record<FindingStage, string> = {
  draft: 'It is a draft that nobody has reviewed.',
  'in-review': 'It is in review.',
  agreed: 'It was agreed.',
  withdrawn: 'It was withdrawn.',
};

/** Whether the evidence alone, without anybody's judgement, carries every claim. */
export function statusOf(finding: FindingView): ReportStatus {
  const computed = weakestStatus(finding.claims.map(claim => claim.computedStatus));
  return printedStatus(finding.status, computed === 'established' && finding.status === 'established');
}

function printedStatus(status: ClaimStatus, meetsStandard: boolean): ReportStatus {
  return { status, shape: statusShapes[status], word: statusWords[status], meetsStandard };
}

export function findingSection(
  finding: FindingView,
  input: ReportInput,
  notes: NoteBook,
  paragraphs: Paragraphs,
  figures: readonly NumberedFigure[],
): ReportSection {
  const status = statusOf(finding);
  return {
    id: findingName(finding),
    kind: 'finding',
    level: 2,
    title: `${findingName(finding)}  ${oneLine(finding.title)}`,
    finding: { id: finding.id, number: findingName(finding), stage: finding.stage, status },
    blocks: [
      ...statusBlocks(finding, status, paragraphs),
      ...dissentParagraphs(finding, input, paragraphs),
      ...narrativeBlocks(finding.narrative, notes, paragraphs),
      ...figuresOf(figures, finding.id).flatMap(figure => figureBlocks(figure, input)),
      ...claimsBlocks(finding, input, notes, paragraphs),
      ...provisionBlocks(finding, input.provisions, paragraphs),
      ...replyParagraphs(finding, input, paragraphs),
      ...alternativesBlocks(finding, paragraphs),
    ],
  };
}

function statusBlocks(finding: FindingView, status: ReportStatus, paragraphs: Paragraphs): ReportBlock[] {
  const stage = stageSentences[finding.stage];
  const lead = [text('Status: '), text(`${status.shape} ${status.word}`, { bold: true })];
  if (status.meetsStandard)
    return [paragraphs.next([...lead, text(`. This finding meets the evidentiary standard of the case. ${stage}`)])];
  const missing = finding.reasons
    .filter(reason => reason.kind === 'missing')
    .map(reason => asSentence(reason.sentence));
  const why = missing.length > 0 ? ' The reasons are:' : '';
  return [
    paragraphs.next(
      [
        ...lead,
        text(
          `. This finding does not meet the evidentiary standard of the case on the evidence recorded. ${stage}${why}`,
        ),
      ],
      'caution',
    ),
    ...(missing.length > 0 ? [bullets(missing)] : []),
  ];
}

function claimsBlocks(
  finding: FindingView,
  input: ReportInput,
  notes: NoteBook,
  paragraphs: Paragraphs,
): ReportBlock[] {
  if (finding.claims.length === 0) return [paragraphs.next('This finding makes no claim yet.', 'caution')];
  return [
    { type: 'heading', level: 3, text: 'Claims and their evidence' },
    ...finding.claims.flatMap((claim, at) => [
      paragraphs.next(claimRuns(claim, at + 1, { finding, input, notes })),
      ...contradictions(claim, notes, paragraphs),
      ...judgement(claim, paragraphs),
    ]),
  ];
}

interface ClaimSurroundings {
  finding: FindingView;
  input: ReportInput;
  notes: NoteBook;
}

function claimRuns(claim: ClaimView, position: number, { finding, input, notes }: ClaimSurroundings): ReportRun[] {
  const agreeing = claim.citations.filter(citation => citation.bearing !== 'contradicts');
  const earlier = agreeing.flatMap(citation => notes.numberOf(citation.id) ?? []).sort((left, right) => left - right);
  const fresh = agreeing
    .filter(citation => notes.numberOf(citation.id) === null)
    .flatMap(citation => notes.call(citation.id) ?? []);
  const see =
    earlier.length === 0
      ? ''
      : ` (See ${earlier.length === 1 ? 'note' : 'notes'} ${inWords(earlier.map(String))} above.)`;
  return [
    text(`Claim ${position}. `, { italic: true }),
    text(asSentence(claim.text)),
    ...fresh,
    text(`${see} `),
    text(`${statusShapes[claim.status]} ${statusWords[claim.status]}`, { bold: true }),
    text(`.${grounds(claim, finding)}${measured(claim, input)}`),
  ];
}

/** Why the status is what it is. Replies have paragraphs of their own, and what a sole claim lacks stands at the head. */
function grounds({ reasons }: ClaimView, { claims, participants }: FindingView): string {
  const told = new Set(participants.map(({ name }) => `${name} had an opportunity to reply.`));
  return reasons
    .filter(
      ({ kind, sentence }) => (kind === 'holds' && !told.has(sentence)) || (kind === 'missing' && claims.length > 1),
    )
    .map(({ sentence }) => ` ${asSentence(sentence)}`)
    .join('');
}

function measured({ provisionIds }: ClaimView, { provisions }: ReportInput): string {
  const named = provisionIds
    .map(id => provisions.find(provision => provision.id === id))
    .flatMap(provision => (provision ? [provisionName(provision)] : []));
  return named.length > 0 ? ` Measured against ${inWords(named)}.` : ' No provision is named that it measures against.';
}

/** What speaks against a claim gets a paragraph of its own: a reader must not have to look for it in a note. */
function contradictions(claim: ClaimView, notes: NoteBook, paragraphs: Paragraphs): ReportBlock[] {
  return claim.citations
    .filter(citation => citation.bearing === 'contradicts')
    .map(citation => {
      const earlier = notes.numberOf(citation.id);
      const call = earlier === null ? notes.call(citation.id) : null;
      const name = exhibitNumber(citation.exhibitNumber);
      const answer =
        citation.rebuttal.trim() === ''
          ? 'No answer to it is recorded.'
          : `To this is answered: ${asSentence(citation.rebuttal)}`;
      return paragraphs.next(
        [
          text(`${name} contradicts this claim.`),
          ...(call ? [call] : []),
          text(`${earlier === null ? '' : ` (See note ${earlier} above.)`} ${answer}`),
        ],
        citation.rebuttal.trim() === '' ? 'caution' : 'plain',
      );
    });
}

/** A status that a person changed shows both, and why. */
function judgement(claim: ClaimView, paragraphs: Paragraphs): ReportBlock[] {
  if (!claim.judgement) return [];
  const { status, by, at, reason } = claim.judgement;
  const raised = raisesStatus(claim.computedStatus, status);
  const sentence = `On ${describeInstantDay(at)} ${by} judged this claim ${statusWords[status]}; the evidence recorded makes it ${statusWords[claim.computedStatus]}. ${raised ? 'The status shown is therefore higher than the standard of the case gives. ' : ''}The reason given: ${asSentence(reason)}`;
  return [paragraphs.next(sentence, raised ? 'caution' : 'plain')];
}

function alternativesBlocks({ alternatives }: FindingView, paragraphs: Paragraphs): ReportBlock[] {
  const parts = alternatives
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter(Boolean);
  if (parts.length === 0) return [];
  return [
    { type: 'heading', level: 3, text: 'Alternative explanations considered' },
    ...parts.map(part => paragraphs.next(asSentence(part))),
  ];
}
