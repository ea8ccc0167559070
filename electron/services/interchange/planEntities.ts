/** What entities leave, what stays and why: one plan and one tally, for the pre-flight and for what writes the file. */
import type { EntitiesPreFlight } from '../../../shared/contract/interchange.ts';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import type { AudienceId, DepartureItem, DepartureList } from '../../../shared/domain/departure/index.ts';
import { everything } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { type HandlingMark, strictestMark } from '../../../shared/domain/handlingMark.ts';
import { type LeavingEntities, type LeavingEntity, placeOf } from '../../../shared/domain/interchange/index.ts';
import type { CaseId, EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { digestOfList, requireAudience, type Withholding, withholdingOf } from '../departure/index.ts';
import { requireCanonical } from '../entity/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { exhibitsToRedact } from '../redaction/index.ts';
import { emptyEntities } from './emptyEntities.ts';
import { leavingEntities } from './leavingEntities.ts';
import { type LeavingId, leavingIds } from './leavingSql.ts';

export interface EntityChoice {
  caseId: CaseId;
  /** null: all of the case. */
  entityIds: readonly EntityId[] | null;
  audience: AudienceId | null;
}

export interface EntityPlan {
  about: CaseRecord;
  /** Canonical ids; null for all of the case. */
  chosen: EntityId[] | null;
  /** Those that go. */
  ids: LeavingId[];
  /** Canonical ids of those that stay since nothing of them may go. */
  empty: ReadonlySet<string>;
  withholding: Withholding;
  /** Read as often as a writer goes through it; whatever is read is tallied. */
  source: LeavingEntities;
  tally: EntityTally;
}

/** Sets: a writer may go through everything several times. */
export interface EntityTally {
  /** Numbers of exhibits that may not leave, and why. Values that rest on such alone stay. */
  kept: Map<string, string>;
  /** Exhibits that the values which go rest on. */
  cited: Set<ExhibitId>;
  /** Ids of those of which a value spelled out a confidential source. */
  concealed: Set<string>;
  /** Ids of those without a position. */
  placeless: Set<string>;
}

/** @throws never-leaves, audience-forbids */
export function planEntities(db: ReadableDb, { caseId, entityIds, audience }: EntityChoice): EntityPlan {
  const about = requireCase(db, caseId);
  requireMayLeave(db, { caseId });
  requireAudience(about, audience);
  const chosen = entityIds?.map(id => requireCanonical(db, id).id) ?? null;
  const all = leavingIds(db, { caseId, chosen });
  const withholding = withholdingOf(db, about.handlingMark, { ...everything, audience });
  const tally: EntityTally = { kept: new Map(), cited: new Set(), concealed: new Set(), placeless: new Set() };
  const empty = emptyEntities(db, caseId, all, withholding);
  const source = leavingEntities(db, {
    caseId,
    all,
    empty,
    withholding,
    onKept: (exhibit, why) => tally.kept.set(exhibit, why),
    onCited: exhibitId => tally.cited.add(exhibitId),
    onConcealed: id => tally.concealed.add(id),
  });
  const ids = all.filter(({ id }) => !empty.has(id));
  return { about, chosen, ids, empty, withholding, source: tallied(source, tally), tally };
}

function tallied(source: LeavingEntities, { placeless }: EntityTally): LeavingEntities {
  return {
    *entities(schema): Generator<LeavingEntity> {
      for (const entity of source.entities(schema)) {
        if (placeOf(entity) === null) placeless.add(entity.id);
        yield entity;
      }
    },
  };
}

const PIECES_A_TURN = 200;

/** For what is told on the way. Others have their turn, since a case may hold a hundred thousand. */
export async function readThrough(pieces: Iterable<unknown>): Promise<void> {
  let read = 0;
  for (const _ of pieces) {
    read += 1;
    if (read % PIECES_A_TURN === 0) await new Promise(resolve => setImmediate(resolve));
  }
}

/** For the custody log. */
export function selectionWords({ chosen }: EntityPlan): string {
  return chosen === null ? 'all of the case' : `${chosen.length} chosen`;
}

/** What the format at hand adds. */
export interface OfFormat {
  /** On a map, what has no position does not go. */
  isMap?: boolean;
  /** Findings that go along. */
  findings?: readonly { name: string; title: string }[];
  findingsThatStay?: readonly { name: string; why: string }[];
  /** Exhibits that these findings rest on, and that may leave. */
  restsOn?: Iterable<ExhibitId>;
  /** What speaks against these findings, each in a sentence. */
  findingConcerns?: readonly string[];
  /** What could not go whole. */
  shortened?: readonly string[];
}

export interface EntitiesTold {
  preFlight: EntitiesPreFlight;
  list: DepartureList;
  /** All that did not go, or not whole, each in a sentence. */
  leftOut: string[];
}

/** Of what was tallied: to be asked once everything was read. */
export function tellEntities(db: ReadableDb, plan: EntityPlan, format: OfFormat = {}): EntitiesTold {
  const { about, ids, tally } = plan;
  const { findings = [], findingsThatStay = [], findingConcerns = [], shortened = [] } = format;
  const placeless = format.isMap ? tally.placeless.size : 0;
  const entityCount = ids.length - placeless;
  const mark = strictestOf(db, plan, format.restsOn);
  const kept = [...tally.kept].sort(([left], [right]) => (left < right ? -1 : 1));
  const stays = [
    ...kept.map(([name, why]) => ({ what: 'exhibit' as const, name, why })),
    ...findingsThatStay.map(({ name, why }) => ({ what: 'finding' as const, name, why })),
  ];
  const notWhole = [...whoStays(plan, placeless), ...shortened];
  const concerns = [
    ...notWhole,
    ...findingConcerns,
    ...markConcerns(about, mark),
    ...sourceConcerns(tally),
    ...redactionConcerns(db, plan),
  ];
  const list: DepartureList = {
    goes: [
      item('entity', entityCount === 1 ? '1 entity' : `${entityCount} entities`, mark),
      ...findings.map(({ name, title }) => ({ ...item('finding', name, mark), title })),
    ],
    stays,
    concerns,
  };
  return {
    preFlight: {
      entityCount,
      findingCount: findings.length,
      citedCount: tally.cited.size,
      strictestMark: mark,
      stays,
      concerns,
      listSha256: digestOfList(list),
    },
    list,
    leftOut: [
      ...notWhole,
      ...(kept.length === 0 ? [] : [restingSentence(kept.map(([name]) => name))]),
      ...findingsThatStay.map(({ name, why }) => `${name} stays: ${why}.`),
    ],
  };
}

/** The mark of what goes: the case's, or a stricter one of what it rests on. */
export function strictestOf(
  db: ReadableDb,
  { about, tally }: EntityPlan,
  restsOn: Iterable<ExhibitId> = [],
): HandlingMark {
  const exhibits = [...new Set([...tally.cited, ...restsOn])].map(id => requireExhibit(db, id));
  return strictestMark([about.handlingMark, ...exhibits.map(exhibit => exhibit.handlingMark)]);
}

/** Entities are listed by their number: who they are is in the file, and names would make the record a second copy of it. */
function item(what: DepartureItem['what'], name: string, handlingMark: HandlingMark): DepartureItem {
  return { what, name, title: '', sha256: null, sizeBytes: null, handlingMark };
}

function whoStays({ chosen, ids, empty }: EntityPlan, placeless: number): string[] {
  const going = new Set<string>(ids.map(({ id }) => id));
  const elsewhere = (chosen ?? []).filter(id => !going.has(id) && !empty.has(id)).length;
  return [
    ...(placeless === 0
      ? []
      : [
          `${placeless} ${placeless === 1 ? 'entity has no position and stays' : 'entities have no position and stay'} off the map.`,
        ]),
    ...(empty.size === 0
      ? []
      : [
          `${empty.size} ${empty.size === 1 ? 'entity stays' : 'entities stay'}: all that is stated of ${empty.size === 1 ? 'it' : 'them'} rests on exhibits that may not leave.`,
        ]),
    ...(elsewhere === 0
      ? []
      : [
          `${elsewhere} of those chosen ${elsewhere === 1 ? 'stays: it is' : 'stay: they are'} withdrawn, or known by other cases alone.`,
        ]),
  ];
}

/** So many are named in a sentence; the list of what stays has all of them. */
const NAMED = 12;

function restingSentence(exhibits: readonly string[]): string {
  return `Values that rest on ${listed(exhibits)} alone stay: ${exhibits.length === 1 ? 'this exhibit' : 'these exhibits'} may not leave.`;
}

function markConcerns({ handlingMark }: CaseRecord, strictest: HandlingMark): string[] {
  return strictest === handlingMark
    ? []
    : [
        `What goes rests on exhibits marked ${strictest}, stricter than the case (${handlingMark}): whoever receives the file must handle it as ${strictest}.`,
      ];
}

/** Words are painted over in copies alone; a quote of the original goes as it was frozen. */
function redactionConcerns(db: ReadableDb, { about, tally }: EntityPlan): string[] {
  const meant = exhibitsToRedact(db, about.id);
  const quoted = [...tally.cited].filter(id => meant.has(id)).map(id => exhibitNumber(requireExhibit(db, id).number));
  return quoted.length === 0
    ? []
    : [
        `${listed(quoted.sort())} ${quoted.length === 1 ? 'is' : 'are'} quoted, though marked for redaction or there is a redacted copy. The quotes go as they stand; read them once more.`,
      ];
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function sourceConcerns({ concealed: { size } }: EntityTally): string[] {
  return size === 0
    ? []
    : [
        `${size} ${size === 1 ? 'entity is' : 'entities are'} stated with the name of a confidential source. What is sent has the code name there; read it once more.`,
      ];
}
