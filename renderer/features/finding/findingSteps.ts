/** Every change of a finding as one step that can be taken back. Asks the core; knows no screen. */
import type { Claim, Finding, Participant } from '../../../shared/domain/finding.ts';
import type { ClaimStatus } from '../../../shared/domain/standard.ts';
import type { CaseId, ClaimId, EntityId, FindingId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import type { UndoableStep } from '../../workbench/index.ts';

/** Nothing is deleted: taking the creation back withdraws the finding. */
export async function createFinding(caseId: CaseId, title: string): Promise<{ finding: Finding; step: UndoableStep }> {
  const finding = await call('finding.create', { caseId, title });
  const setStage = (stage: Finding['stage']) => async () =>
    void (await call('finding.update', { findingId: finding.id, stage }));
  return { finding, step: { label: `new finding “${title}”`, undo: setStage('withdrawn'), redo: setStage('draft') } };
}

type FindingChange = Partial<Pick<Finding, 'title' | 'stage' | 'alternatives'>>;

const changeLabels: Record<keyof FindingChange, string> = {
  title: 'title of a finding',
  stage: 'stage of a finding',
  alternatives: 'alternative explanations',
};

export async function changeFinding(finding: Finding, change: FindingChange): Promise<UndoableStep> {
  const findingId = finding.id;
  const former: FindingChange = {};
  if (change.title !== undefined) former.title = finding.title;
  if (change.stage !== undefined) former.stage = finding.stage;
  if (change.alternatives !== undefined) former.alternatives = finding.alternatives;
  await call('finding.update', { findingId, ...change });
  const [changed = 'title'] = Object.keys(change) as (keyof FindingChange)[];
  return {
    label: changeLabels[changed],
    undo: async () => void (await call('finding.update', { findingId, ...former })),
    redo: async () => void (await call('finding.update', { findingId, ...change })),
  };
}

export type ParticipantDraft = Omit<Participant, 'id'> & { id?: Participant['id'] };

export async function changeParticipants(
  finding: Finding,
  participants: readonly ParticipantDraft[],
  label: string,
): Promise<UndoableStep> {
  const findingId = finding.id;
  const former = finding.participants;
  const changed = await call('finding.update', { findingId, participants: [...participants] });
  return {
    label,
    undo: async () => void (await call('finding.update', { findingId, participants: former })),
    redo: async () => void (await call('finding.update', { findingId, participants: changed.participants })),
  };
}

export async function addClaim(findingId: FindingId, text: string): Promise<{ claimId: ClaimId; step: UndoableStep }> {
  const { claimId } = await call('finding.addClaim', { findingId, text });
  return { claimId, step: claimStanding('adding a claim', claimId, true) };
}

export async function withdrawClaim(claimId: ClaimId): Promise<UndoableStep> {
  await call('finding.withdrawClaim', { claimId });
  return claimStanding('withdrawing a claim', claimId, false);
}

function claimStanding(label: string, claimId: ClaimId, stands: boolean): UndoableStep {
  const withdraw = async () => void (await call('finding.withdrawClaim', { claimId }));
  const restore = async () => void (await call('finding.restoreClaim', { claimId }));
  return stands ? { label, undo: withdraw, redo: restore } : { label, undo: restore, redo: withdraw };
}

export async function rewordClaim(claim: Claim, text: string): Promise<UndoableStep> {
  const set = (words: string) => async () =>
    void (await call('finding.updateClaim', { claimId: claim.id, text: words }));
  await set(text)();
  return { label: 'words of a claim', undo: set(claim.text), redo: set(text) };
}

export async function measureClaim(claim: Claim, provisionIds: readonly string[]): Promise<UndoableStep> {
  const set = (ids: readonly string[]) => async () =>
    void (await call('finding.updateClaim', { claimId: claim.id, provisionIds: [...ids] }));
  await set(provisionIds)();
  return { label: 'provisions of a claim', undo: set(claim.provisionIds), redo: set(provisionIds) };
}

export async function dateClaim(claim: Claim, occurredOn: Claim['occurredOn']): Promise<UndoableStep> {
  const set = (date: Claim['occurredOn']) => async () =>
    void (await call('finding.updateClaim', { claimId: claim.id, occurredOn: date }));
  await set(occurredOn)();
  return { label: 'date of a claim', undo: set(claim.occurredOn), redo: set(occurredOn) };
}

/** Taking it back leaves those who came into the case by it: they may be named elsewhere by then. */
export async function nameEntities(claim: Claim, entityIds: readonly EntityId[]): Promise<UndoableStep> {
  const set = (ids: readonly EntityId[]) => async () =>
    void (await call('finding.updateClaim', { claimId: claim.id, entityIds: [...ids] }));
  await set(entityIds)();
  return { label: 'whom a claim tells of', undo: set(claim.entityIds), redo: set(entityIds) };
}

export async function orderClaims(
  finding: { id: FindingId; claims: readonly Claim[] },
  claimIds: readonly ClaimId[],
): Promise<UndoableStep> {
  const set = (ids: readonly ClaimId[]) => async () =>
    void (await call('finding.orderClaims', { findingId: finding.id, claimIds: [...ids] }));
  await set(claimIds)();
  return { label: 'order of claims', undo: set(finding.claims.map(claim => claim.id)), redo: set(claimIds) };
}

export interface Judgement {
  /** null: as computed. */
  status: ClaimStatus | null;
  reason: string;
}

export async function judgeClaim(claim: Claim, judgement: Judgement): Promise<UndoableStep> {
  const former: Judgement = { status: claim.judgement?.status ?? null, reason: claim.judgement?.reason ?? '' };
  const set = (next: Judgement) => async () => void (await call('finding.judgeClaim', { claimId: claim.id, ...next }));
  await set(judgement)();
  return { label: 'judgement of a status', undo: set(former), redo: set(judgement) };
}
