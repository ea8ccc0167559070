/** Marking, citing and changing, each as one step that can be taken back. Asks the core; knows no screen. */
import type { Bearing, Citation } from '../../../shared/domain/citation.ts';
import type { Passage, Selection } from '../../../shared/domain/passage.ts';
import type { Credibility } from '../../../shared/domain/source.ts';
import type { CaseId, ClaimId, ExhibitId, FindingId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

export interface Taken<Result> {
  result: Result;
  step: UndoableStep;
}

export async function markSelection(exhibitId: ExhibitId, selection: Selection): Promise<Taken<Passage>> {
  const passage = await call('passage.mark', { exhibitId, selection });
  const passageId = passage.id;
  return {
    result: passage,
    step: {
      label: 'marking a passage',
      undo: async () => void (await call('passage.withdraw', { passageId })),
      redo: async () => void (await call('passage.restore', { passageId })),
    },
  };
}

export interface CiteRequest {
  claimId: ClaimId;
  bearing: Bearing;
  credibility?: Credibility;
}

export async function citePassage(passage: Passage, request: CiteRequest): Promise<Taken<Citation>> {
  const citation = await call('citation.cite', { ...request, passageId: passage.id });
  const citationId = citation.id;
  return {
    result: citation,
    step: {
      label: 'citing a passage',
      undo: async () => void (await call('citation.withdraw', { citationId })),
      redo: async () => void (await call('citation.restore', { citationId })),
    },
  };
}

/** Two steps that a person took as one: taken back in the opposite order. */
export function joinSteps(label: string, first: UndoableStep, second: UndoableStep): UndoableStep {
  return {
    label,
    undo: async () => {
      await second.undo();
      await first.undo();
    },
    redo: async () => {
      await first.redo();
      await second.redo();
    },
  };
}

export type CitationChange = Partial<Pick<Citation, 'bearing' | 'credibility' | 'rebuttal'>>;

export async function changeCitation(citation: Citation, change: CitationChange): Promise<Taken<Citation>> {
  const citationId = citation.id;
  const former: CitationChange = {};
  if (change.bearing !== undefined) former.bearing = citation.bearing;
  if (change.credibility !== undefined) former.credibility = citation.credibility;
  if (change.rebuttal !== undefined) former.rebuttal = citation.rebuttal;
  const result = await call('citation.update', { citationId, ...change });
  return {
    result,
    step: {
      label: 'change of a citation',
      undo: async () => void (await call('citation.update', { citationId, ...former })),
      redo: async () => void (await call('citation.update', { citationId, ...change })),
    },
  };
}

/** A citation stays with its claim; to another claim goes a new one, and the old one is withdrawn. */
export async function citeElsewhere(passage: Passage, former: Citation, claimId: ClaimId): Promise<Taken<Citation>> {
  const { bearing, credibility } = former;
  const cited = await citePassage(passage, { claimId, bearing, credibility });
  const withdrawn = await withdrawCitation(former);
  return { result: cited.result, step: joinSteps('citing to another claim', cited.step, withdrawn) };
}

export async function withdrawCitation(citation: Pick<Citation, 'id'>): Promise<UndoableStep> {
  const citationId = citation.id;
  await call('citation.withdraw', { citationId });
  return {
    label: 'withdrawing a citation',
    undo: async () => void (await call('citation.restore', { citationId })),
    redo: async () => void (await call('citation.withdraw', { citationId })),
  };
}

export type PassageChange = Partial<Pick<Passage, 'note' | 'tags'>>;

export async function changePassage(passage: Passage, change: PassageChange): Promise<Taken<Passage>> {
  const passageId = passage.id;
  const former: PassageChange = {};
  if (change.note !== undefined) former.note = passage.note;
  if (change.tags !== undefined) former.tags = passage.tags;
  const result = await call('passage.update', { passageId, ...change });
  return {
    result,
    step: {
      label: change.tags === undefined ? 'change of a note' : 'change of tags',
      undo: async () => void (await call('passage.update', { passageId, ...former })),
      redo: async () => void (await call('passage.update', { passageId, ...change })),
    },
  };
}

export async function withdrawPassage(passage: Pick<Passage, 'id'>): Promise<UndoableStep> {
  const passageId = passage.id;
  await call('passage.withdraw', { passageId });
  return {
    label: 'withdrawing a passage',
    undo: async () => void (await call('passage.restore', { passageId })),
    redo: async () => void (await call('passage.withdraw', { passageId })),
  };
}

export interface AddedClaim {
  claimId: ClaimId;
  findingId: FindingId;
  findingTitle: string;
  text: string;
}

/** A new claim in a finding, or in a new finding that takes the claim's words as its first title. */
export async function addClaim(
  caseId: CaseId,
  text: string,
  finding: { id: FindingId; title: string } | null,
): Promise<Taken<AddedClaim>> {
  const into = finding ?? (await call('finding.create', { caseId, title: text.slice(0, 300) }));
  const { claimId } = await call('finding.addClaim', { findingId: into.id, text });
  return {
    result: { claimId, findingId: into.id, findingTitle: into.title, text },
    step: {
      label: 'adding a claim',
      undo: async () => void (await call('finding.withdrawClaim', { claimId })),
      redo: async () => void (await call('finding.restoreClaim', { claimId })),
    },
  };
}
