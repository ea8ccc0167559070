/** What of the custody logs of a case leaves, what stays, and why: the same for the pre-flight and for writing. */
import type { CaseLog, CustodyCase, CustodyExhibit } from '../../../shared/domain/caseUco/index.ts';
import { type CustodyEvent, stayingActions } from '../../../shared/domain/custody.ts';
import { type AudienceId, type DepartureList, everything } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { namesThatStay, requireAudience, type Withholding, withholdingOf } from '../departure/index.ts';
import { exhibitsOfCase } from '../exhibit/index.ts';
import { chainOf, ownLog, receivedLogs } from './custodySql.ts';

const EVENTS_AT_ONCE = 2000;

export interface CustodyPlan {
  about: Omit<CustodyCase, 'version'>;
  /** Told of each event that goes: how many did so far. */
  onEvent: (count: number) => void;
  /** To be asked once the logs were gone through. */
  tell(): CustodyTold;
}

export interface CustodyTold {
  exhibits: number;
  events: number;
  list: DepartureList;
  /** What does not go beside the exhibits that the list names, each in a sentence. */
  concerns: string[];
  /** All that does not go, each in a sentence. */
  leftOut: string[];
}

/** @throws never-leaves, audience-forbids */
export async function planCustody(
  db: ReadableDb,
  { caseId, audience }: { caseId: CaseId; audience: AudienceId | null },
): Promise<CustodyPlan> {
  const about = requireCase(db, caseId);
  requireMayLeave(db, { caseId });
  requireAudience(about, audience);
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const { exhibits, list } = await exhibitsOf(db, caseId, withholding);
  const { concealer } = withholding;
  const going = new Set(exhibits.map(({ id }) => id));
  const names = namesThatStay(db, caseId, { going, told: new Set() });
  const figures = { events: 0, stayed: 0 };
  const goes = ({ action, actor, exhibitId, subject, sha256, details }: CustodyEvent): boolean => {
    if (stayingActions.has(action) || (exhibitId !== null && !going.has(exhibitId))) return false;
    const words = [actor, subject, sha256 ?? '', ...Object.entries(details).flat()].join('\n');
    return !concealer.finds(words) && !names.finds(words);
  };
  const logOf = ({ vaultId, vaultCode, team }: Omit<CaseLog, 'events'>): CaseLog => ({
    vaultId,
    vaultCode,
    team: concealer.conceal(team),
    *events() {
      for (const event of eventsOf(db, vaultId, caseId)) {
        if (!goes(event)) {
          figures.stayed += 1;
          continue;
        }
        figures.events += 1;
        plan.onEvent(figures.events);
        yield event;
      }
    },
  });
  const plan: CustodyPlan = {
    about: { ...about, exhibits, logs: [ownLog(db), ...receivedLogs(db, caseId)].map(logOf) },
    onEvent: () => undefined,
    tell: () => {
      const concerns = figures.stayed === 0 ? [] : [stayingEvents(figures.stayed)];
      const leftOut = [
        ...list.stays.map(({ name, why }) => `${name} stays, and what was done with it: ${why}.`),
        ...concerns,
      ];
      return {
        exhibits: exhibits.length,
        events: figures.events,
        list: { ...list, concerns: leftOut },
        concerns,
        leftOut,
      };
    },
  };
  return plan;
}

function stayingEvents(count: number): string {
  return `${count} ${count === 1 ? 'event stays' : 'events stay'}: on what may not leave, on confidential sources, or on what was sent to others. The sequence shows the gaps.`;
}

async function exhibitsOf(
  db: ReadableDb,
  caseId: CaseId,
  withholding: Withholding,
): Promise<{ exhibits: CustodyExhibit[]; list: DepartureList }> {
  const exhibits: CustodyExhibit[] = [];
  const list: DepartureList = { goes: [], stays: [], concerns: [] };
  for (let after = 0; ; ) {
    const batch = exhibitsOfCase(db, caseId, after);
    const last = batch.at(-1);
    if (!last) return { exhibits, list };
    for (const exhibit of batch) {
      const name = exhibitNumber(exhibit.number);
      const why = withholding.reasonOf(exhibit.id);
      if (why !== null) {
        list.stays.push({ what: 'exhibit', name, why });
        continue;
      }
      const title = withholding.concealer.conceal(exhibit.title);
      const { id, fileName, sha256, sizeBytes, mediaType, handlingMark, admittedAt } = exhibit;
      exhibits.push({ id, number: name, fileName, title, sha256, sizeBytes, mediaType, handlingMark, admittedAt });
      // Its name and digest go, not its bytes.
      list.goes.push({ what: 'exhibit', name, title, sha256, sizeBytes: null, handlingMark });
    }
    after = last.number;
    // Names of confidential sources are looked for in every word of them: others have their turn.
    await new Promise(resolve => setImmediate(resolve));
  }
}

function* eventsOf(db: ReadableDb, vaultId: string, caseId: CaseId): Generator<CustodyEvent> {
  for (let after = 0; ; ) {
    const events = chainOf(db, vaultId, after, EVENTS_AT_ONCE);
    const last = events.at(-1);
    if (!last) return;
    yield* events.filter(event => event.caseId === caseId);
    after = last.seq;
  }
}
