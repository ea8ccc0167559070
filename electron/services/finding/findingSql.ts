import { Claim, Finding } from '../../../shared/domain/finding.ts';
import type { Instant } from '../../../shared/kernel/dates.ts';
import type { CaseId, ClaimId, FindingId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

const findingColumns = `id, case_id AS caseId, number, title, stage, narrative, alternatives, participants, created_at AS createdAt, changed_at AS changedAt`;
const claimColumns = `id, finding_id AS findingId, text, provision_ids AS provisionIds, judgement,
  occurred_on AS occurredOn, entity_ids AS entityIds, withdrawn_at AS withdrawnAt`;

function toFinding(row: Record<string, unknown>): Finding {
  return Finding.parse({ ...row, narrative: fromJson(row['narrative']), participants: fromJson(row['participants']) });
}

function toClaim(row: Record<string, unknown>): Claim {
  return Claim.parse({
    ...row,
    provisionIds: fromJson(row['provisionIds']),
    judgement: fromJson(row['judgement']),
    entityIds: fromJson(row['entityIds']),
  });
}

export function insertFinding(db: WritableDb, finding: Finding): void {
  db.prepare(`INSERT INTO finding (id, case_id, number, title, stage, narrative, alternatives, participants, created_at, changed_at)
              VALUES ($id, $caseId, $number, $title, $stage, $narrative, $alternatives, $participants, $createdAt, $changedAt)`).run(
    { ...finding, narrative: toJson(finding.narrative), participants: toJson(finding.participants) },
  );
}

export function updateFindingRecord(
  db: WritableDb,
  { id, title, stage, narrative, alternatives, participants, changedAt }: Finding,
): void {
  db.prepare(`UPDATE finding SET title = $title, stage = $stage, narrative = $narrative, alternatives = $alternatives,
              participants = $participants, changed_at = $changedAt WHERE id = $id`).run({
    id,
    title,
    stage,
    alternatives,
    changedAt,
    narrative: toJson(narrative),
    participants: toJson(participants),
  });
}

export function findFinding(db: ReadableDb, id: string): Finding | null {
  const row = db.prepare(`SELECT ${findingColumns} FROM finding WHERE id = $id`).get({ id });
  return row ? toFinding(row) : null;
}

export function findingsOfCase(db: ReadableDb, caseId: CaseId): Finding[] {
  return db
    .prepare(`SELECT ${findingColumns} FROM finding WHERE case_id = $caseId ORDER BY number`)
    .all({ caseId })
    .map(toFinding);
}

export function insertClaim(db: WritableDb, claim: Claim): void {
  const position = toCount(
    db
      .prepare('SELECT coalesce(max(position), 0) + 1 AS n FROM claim WHERE finding_id = $findingId')
      .get({ findingId: claim.findingId }),
  );
  db.prepare(`INSERT INTO claim (id, finding_id, position, text, provision_ids, judgement, occurred_on, entity_ids, withdrawn_at)
              VALUES ($id, $findingId, $position, $text, $provisionIds, $judgement, $occurredOn, $entityIds, $withdrawnAt)`).run(
    {
      ...claim,
      position,
      provisionIds: toJson(claim.provisionIds),
      judgement: claim.judgement === null ? null : toJson(claim.judgement),
      entityIds: toJson(claim.entityIds),
    },
  );
}

export function updateClaimRecord(
  db: WritableDb,
  { id, text, provisionIds, judgement, occurredOn, entityIds }: Claim,
): void {
  db.prepare(`UPDATE claim SET text = $text, provision_ids = $provisionIds, judgement = $judgement, occurred_on = $occurredOn,
              entity_ids = $entityIds WHERE id = $id`).run({
    id,
    text,
    occurredOn,
    provisionIds: toJson(provisionIds),
    judgement: judgement === null ? null : toJson(judgement),
    entityIds: toJson(entityIds),
  });
}

export function setClaimPosition(db: WritableDb, id: ClaimId, position: number): void {
  db.prepare('UPDATE claim SET position = $position WHERE id = $id').run({ id, position });
}

export function setClaimWithdrawn(db: WritableDb, id: ClaimId, at: Instant | null): void {
  db.prepare('UPDATE claim SET withdrawn_at = $at WHERE id = $id').run({ id, at });
}

export function findClaim(db: ReadableDb, id: string): Claim | null {
  const row = db.prepare(`SELECT ${claimColumns} FROM claim WHERE id = $id`).get({ id });
  return row ? toClaim(row) : null;
}

/** Standing claims in their order. */
export function claimsOf(db: ReadableDb, findingId: FindingId): Claim[] {
  return db
    .prepare(
      `SELECT ${claimColumns} FROM claim WHERE finding_id = $findingId AND withdrawn_at IS NULL ORDER BY position`,
    )
    .all({ findingId })
    .map(toClaim);
}
