import type { ListedEvent } from '../../../shared/contract/custody.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { custodyGenesis, CustodyEvent } from '../../../shared/domain/custody.ts';
import { vaultCode } from '../../../shared/domain/exhibitSeries.ts';
import { VaultId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, SqlParameters, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';

const columns = `seq, at, actor, action, case_id AS caseId, exhibit_id AS exhibitId, subject, sha256, details,
  previous_hash AS previousHash, hash`;

function toEvent(row: Record<string, unknown>): CustodyEvent {
  return CustodyEvent.parse({ ...row, details: fromJson(row['details']) });
}

export function custodyHead(db: ReadableDb): { count: number; hash: string } {
  const row = db.prepare('SELECT seq, hash FROM custody_event ORDER BY seq DESC LIMIT 1').get();
  return row ? { count: Number(row['seq']), hash: String(row['hash']) } : { count: 0, hash: custodyGenesis };
}

export function insertCustodyEvent(db: WritableDb, event: CustodyEvent): void {
  db.prepare(`INSERT INTO custody_event (seq, at, actor, action, case_id, exhibit_id, subject, sha256, details, previous_hash, hash)
              VALUES ($seq, $at, $actor, $action, $caseId, $exhibitId, $subject, $sha256, $details, $previousHash, $hash)`).run(
    {
      ...event,
      details: toJson(event.details),
    },
  );
}

export interface CustodyFilter {
  /** As `custody.list` takes it. */
  vaultId: string | null;
  caseId: string | null;
  exhibitId: string | null;
  subject: string | null;
}

const where = `($caseId IS NULL OR case_id = $caseId) AND ($exhibitId IS NULL OR exhibit_id = $exhibitId)
  AND ($subject IS NULL OR subject = $subject)`;

/** Each has the columns of an event and, but for the vault's own, whose it is. */
const OWN = 'custody_event';
const RECEIVED = 'received_custody_event';
const ALL = 'any_custody_event';

/** Newest first, before `beforeSeq`; of several logs by their clocks, since their numbers say nothing of each other. */
export function custodyEvents(
  db: ReadableDb,
  { vaultId, caseId, exhibitId, subject }: CustodyFilter,
  beforeSeq: number | null,
  limit: number,
): ListedEvent[] {
  const log = logOf(vaultId);
  const owner = log === OWN ? "''" : 'vault_id';
  const order = log === ALL ? 'at DESC, seq DESC' : 'seq DESC';
  const sql = `SELECT ${columns}, ${owner} AS vaultId FROM ${log} WHERE ${where} AND ${ofVault(log)}
    AND ($beforeSeq IS NULL OR seq < $beforeSeq) ORDER BY ${order} LIMIT $limit`;
  return db
    .prepare(sql)
    .all({ caseId, exhibitId, subject, beforeSeq, limit, ...parametersOf(log, vaultId) })
    .map(row => {
      const { vaultId: owning, ...event } = row;
      return { ...toEvent(event), vaultCode: owning === '' ? '' : vaultCode(VaultId.parse(owning)) };
    });
}

export function countCustodyEvents(db: ReadableDb, { vaultId, caseId, exhibitId, subject }: CustodyFilter): number {
  const log = logOf(vaultId);
  const sql = `SELECT count(*) AS n FROM ${log} WHERE ${where} AND ${ofVault(log)}`;
  return toCount(db.prepare(sql).get({ caseId, exhibitId, subject, ...parametersOf(log, vaultId) }));
}

function logOf(vaultId: string | null): string {
  if (vaultId === null) return ALL;
  return vaultId === '' ? OWN : RECEIVED;
}

function ofVault(log: string): string {
  return log === RECEIVED ? 'vault_id = $vaultId' : '1';
}

function parametersOf(log: string, vaultId: string | null): SqlParameters {
  return log === RECEIVED ? { vaultId } : {};
}

/** With the team that the vault's latest archive names; a log that came by way of a third has none. Null: of any case. */
export function receivedLogs(db: ReadableDb, caseId: string | null = null): OutputOf<'custody.logs'> {
  return db
    .prepare(`SELECT vault_id AS vaultId, count(*) AS count, (SELECT json_extract(about, '$.team') FROM inbox
        WHERE is_whole = 1 AND json_extract(about, '$.vaultId') = vault_id ORDER BY opened_at DESC LIMIT 1) AS team
      FROM received_custody_event WHERE ($caseId IS NULL OR case_id = $caseId) GROUP BY vault_id ORDER BY vault_id`)
    .all({ caseId })
    .map(row => ({
      vaultId: String(row['vaultId']),
      vaultCode: vaultCode(VaultId.parse(row['vaultId'])),
      team: row['team'] === null ? '' : String(row['team']),
      count: Number(row['count']),
    }));
}

/** Whose this vault's own log is, by its keys in use. */
export function ownLog(db: ReadableDb): { vaultId: ''; vaultCode: string; team: string } {
  const row = db
    .prepare(`SELECT value AS vaultId, (SELECT team FROM identity WHERE retired_at IS NULL) AS team
      FROM meta WHERE key = 'vaultId'`)
    .get();
  const team = row?.['team'];
  return { vaultId: '', vaultCode: vaultCode(VaultId.parse(row?.['vaultId'])), team: team ? String(team) : '' };
}

/** In the order of the chain, a slice at a time, so that checking a long log stays flat in memory. */
export function custodyChain(db: ReadableDb, afterSeq: number, limit: number): CustodyEvent[] {
  return chainOf(db, '', afterSeq, limit);
}

/** The same of any vault's log: '' for this one's, another's with the gaps that it came with. */
export function chainOf(db: ReadableDb, vaultId: string, afterSeq: number, limit: number): CustodyEvent[] {
  const rows =
    vaultId === ''
      ? db
          .prepare(`SELECT ${columns} FROM custody_event WHERE seq > $afterSeq ORDER BY seq LIMIT $limit`)
          .all({ afterSeq, limit })
      : db
          .prepare(`SELECT ${columns} FROM received_custody_event WHERE vault_id = $vaultId AND seq > $afterSeq
            ORDER BY seq LIMIT $limit`)
          .all({ vaultId, afterSeq, limit });
  return rows.map(toEvent);
}
