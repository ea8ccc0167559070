/**
 * The evidentiary standard: whether a claim is established, probable, reported or contested, and why, in words.
 * Pure: the same evidence gives the same status everywhere. Follows how UN panels describe their standard (S/2006/997).
 */
import { z } from 'zod';
import type { SourceId } from '../kernel/ids.ts';
import type { Bearing } from './citation.ts';
import type { StandardId } from './caseRecord.ts';
import type { Authenticity } from './exhibit.ts';
import { hadOpportunity, isAddressedTo, type NamedParty, type Request } from './request.ts';
import { type Credibility, independentGroups, type Reliability } from './source.ts';

export const ClaimStatus = z.enum(['established', 'probable', 'reported', 'contested', 'unsupported', 'withdrawn']);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** Where the window sends a person to mend what a reason names. */
export const MendPlace = z.enum(['citations', 'sources', 'requests', 'exhibit', 'provisions', 'claim', 'none']);
export const StatusReason = z.object({
  /** `holds`: speaks for the status reached; `missing`: holds it back; `warns`: a reader may attack it. */
  kind: z.enum(['holds', 'missing', 'warns']),
  sentence: z.string(),
  mend: MendPlace,
  /** The id of what to open there, where there is one. */
  subject: z.string().nullable(),
});
export type StatusReason = z.infer<typeof StatusReason>;

export interface EvidenceItem {
  bearing: Bearing;
  credibility: Credibility;
  rebuttal: string;
  anchor: 'anchored' | 'moved' | 'orphaned';
  exhibitId: string;
  /** `EX-0001`, for the sentences. */
  exhibitName: string;
  exhibitWithdrawn: boolean;
  authenticity: Authenticity;
  isObservation: boolean;
  source: { id: SourceId; name: string; reliability: Reliability } | null;
}

export interface ClaimEvidence {
  standard: StandardId;
  items: readonly EvidenceItem[];
  participants: readonly NamedParty[];
  requests: readonly (Pick<Request, 'addressee' | 'state' | 'sentOn' | 'answeredOn'> &
    Partial<Pick<Request, 'entityId'>>)[];
  provisionCount: number;
  originsOf: (id: SourceId) => readonly SourceId[];
  sourceName: (id: SourceId) => string;
}

export interface StatusVerdict {
  status: ClaimStatus;
  reasons: StatusReason[];
}

export const standardSentences: Record<StandardId, string> = {
  'un-panel':
    'A claim is established when it rests on an authenticated document or on-site observation, or on at least two sources with independent origins of reliability A to C, with no unanswered contradiction, and those named had an opportunity to reply. Otherwise it is probable, reported or contested, as stated beside it.',
  'two-sources':
    'A claim is established when it rests on at least two sources with independent origins of reliability A to C, with no unanswered contradiction. Documents alone do not establish; an opportunity to reply is recorded where it was given.',
  'documents-only':
    'A claim is established only when it rests on an authenticated document or on-site observation, with no unanswered contradiction, and those named had an opportunity to reply.',
};

const isReliable = (item: EvidenceItem) => item.source !== null && item.source.reliability <= 'C';
const isAuthentic = (item: EvidenceItem) => item.authenticity === 'authenticated' || item.isObservation;

export function evaluateClaim(evidence: ClaimEvidence): StatusVerdict {
  const reasons: StatusReason[] = [];
  const say = (
    kind: StatusReason['kind'],
    sentence: string,
    mend: StatusReason['mend'],
    subject: string | null = null,
  ) => reasons.push({ kind, sentence, mend, subject });

  const standing = evidence.items.filter(item => !item.exhibitWithdrawn && item.authenticity !== 'refuted');
  for (const item of evidence.items) {
    if (item.exhibitWithdrawn)
      say('missing', `${item.exhibitName} was withdrawn and no longer counts.`, 'exhibit', item.exhibitId);
    else if (item.authenticity === 'refuted')
      say(
        'missing',
        `${item.exhibitName} was found not to be authentic and does not count.`,
        'exhibit',
        item.exhibitId,
      );
    else if (item.anchor === 'orphaned')
      say(
        'warns',
        `The cited words of ${item.exhibitName} are no longer found in its text.`,
        'exhibit',
        item.exhibitId,
      );
  }

  const supports = standing.filter(item => item.bearing === 'supports');
  if (evidence.provisionCount === 0)
    say('warns', 'No provision is named that this claim measures against.', 'provisions');
  if (supports.length === 0) {
    say('missing', 'Nothing is cited in support.', 'citations');
    return { status: 'unsupported', reasons };
  }

  const rests = restsOn(supports, evidence, say);
  const open = standing.filter(item => item.bearing === 'contradicts' && item.rebuttal.trim() === '');
  for (const item of open)
    say(
      'missing',
      `${item.exhibitName} contradicts it, and no answer to that is recorded.`,
      'citations',
      item.exhibitId,
    );
  const asked = wasAsked(evidence, say);

  if (open.length > 0) return { status: 'contested', reasons };
  if (rests && asked) return { status: 'established', reasons };
  const likely = rests || supports.some(item => isReliable(item) && item.credibility <= 2);
  return { status: likely ? 'probable' : 'reported', reasons };
}

type Say = (kind: StatusReason['kind'], sentence: string, mend: StatusReason['mend'], subject?: string | null) => void;

/** Whether the evidence alone carries the claim under its standard. */
function restsOn(supports: readonly EvidenceItem[], evidence: ClaimEvidence, say: Say): boolean {
  const authentic = supports.find(isAuthentic);
  if (authentic && evidence.standard !== 'two-sources') {
    say(
      'holds',
      authentic.isObservation
        ? `${authentic.exhibitName} is an on-site observation.`
        : `${authentic.exhibitName} is an authenticated document.`,
      'none',
      authentic.exhibitId,
    );
  }
  if (evidence.standard === 'documents-only') {
    if (!authentic)
      say(
        'missing',
        'No exhibit cited for it is authenticated or an on-site observation.',
        'exhibit',
        supports[0]?.exhibitId ?? null,
      );
    return authentic !== undefined;
  }

  const reliable = supports.filter(isReliable);
  for (const item of supports) {
    if (item.source === null) say('missing', `${item.exhibitName} has no source on record.`, 'exhibit', item.exhibitId);
    else if (!isReliable(item))
      say(
        'missing',
        `The source of ${item.exhibitName}, ${item.source.name}, is graded ${item.source.reliability}; only A to C count.`,
        'sources',
        item.source.id,
      );
  }
  const sources = [...new Set(reliable.flatMap(item => (item.source ? [item.source.id] : [])))];
  const groups = independentGroups(sources, evidence.originsOf);
  const authenticCounts = authentic !== undefined && evidence.standard === 'un-panel';
  if (groups.length >= 2) {
    say('holds', `It rests on ${groups.length} sources with independent origins.`, 'none');
    return true;
  }
  if (!authenticCounts) say('missing', sameOriginSentence(sources, evidence), 'citations');
  return authenticCounts;
}

function sameOriginSentence(sources: readonly SourceId[], evidence: ClaimEvidence): string {
  if (sources.length === 0) return 'No source of reliability A to C supports it.';
  if (sources.length === 1)
    return `Only one source of reliability A to C supports it (${evidence.sourceName(sources[0] as SourceId)}); a second, independent one is missing.`;
  const names = sources.map(evidence.sourceName);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} have one origin in common, so they count as one; a second, independent one is missing.`;
}

/** Whether each one named had an opportunity to reply. The two-sources standard records it and does not require it. */
function wasAsked(evidence: ClaimEvidence, say: Say): boolean {
  const required = evidence.standard !== 'two-sources';
  let all = true;
  for (const party of evidence.participants) {
    const { name } = party;
    const request = evidence.requests.find(one => isAddressedTo(one, party) && hadOpportunity(one));
    if (request) say('holds', `${name} had an opportunity to reply.`, 'none');
    else {
      all = false;
      say(required ? 'missing' : 'warns', `No reply was requested from ${name}.`, 'requests', name);
    }
  }
  return all || !required;
}

const weakestFirst: readonly ClaimStatus[] = ['contested', 'unsupported', 'reported', 'probable', 'established'];

/** A finding is as strong as its weakest claim; without claims nothing supports it. */
export function weakestStatus(statuses: readonly ClaimStatus[]): ClaimStatus {
  const standing: readonly ClaimStatus[] = statuses.filter(status => status !== 'withdrawn');
  return weakestFirst.find(status => standing.includes(status)) ?? 'unsupported';
}

const rank: Record<ClaimStatus, number> = {
  withdrawn: -1,
  unsupported: 0,
  reported: 1,
  contested: 1,
  probable: 2,
  established: 3,
};

/** True if a person's judgement claims more than the evidence does: it is recorded, and printed in the report. */
export function raisesStatus(computed: ClaimStatus, judged: ClaimStatus): boolean {
  return rank[judged] > rank[computed];
}

export const statusShapes: Record<ClaimStatus, string> = {
  established: '●',
  probable: '◐',
  reported: '○',
  contested: '◇',
  unsupported: '△',
  withdrawn: '⊘',
};
export const statusWords: Record<ClaimStatus, string> = {
  established: 'established',
  probable: 'probable',
  reported: 'reported',
  contested: 'contested',
  unsupported: 'nothing cited',
  withdrawn: 'withdrawn',
};
