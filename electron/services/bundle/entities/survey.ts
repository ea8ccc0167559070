/**
 * One reading of all entities that go, for what has to be known of all of them before any can be shown: names, ties, dates,
 * positions and strengths. What is said of each is read again when its block is written, so that memory holds no values but these.
 */
import { captionOf, hintOf } from '../../../../shared/domain/entity/caption.ts';
import type { BundleStrength } from '../../../../shared/domain/bundle/bundleEntity.ts';
import type { EntityKind } from '../../../../shared/domain/entity/entity.ts';
import { MEASURES, tieMeasure } from '../../../../shared/domain/entity/tieMeasure.ts';
import { kindOfSchema } from '../../../../shared/domain/ftm/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../../db/handles.ts';
import type { Tying } from '../../chart/index.ts';
import { type CitationOfEntity, strengthJudgements } from '../../entity/index.ts';
import type { LeavingId } from '../../interchange/index.ts';
import type { PositionRow } from '../../map/index.ts';
import { type DatedStatement, dateProperties } from '../../timeline/index.ts';
import type { GatheredBundle } from '../gatherBundle.ts';
import { knownElsewhere } from './entitySql.ts';
import { type Keeping, type KeptStatement, keptStatements } from './keptStatements.ts';
import { type Said, toDated, toPosition, toTying, UNNAMED } from './surveyRows.ts';
import { weighing } from './weighing.ts';

const AT_ONCE = 300;

export interface Surveyed {
  id: EntityId;
  kind: EntityKind;
  schema: string;
  caption: string;
  hint: string;
  statementCount: number;
  citationCount: number;
  countries: string[];
  /** Of a tie, an event or a record: from when to when, in what role, how much. */
  extent: { fromOn: string | null; toOn: string | null; role: string; measure: string };
  strength: BundleStrength;
  eventKind: string | null;
  /** Of an event: where it was, if words alone say so; ''. */
  placeWords: string;
  /** Of an event, as printed and as converted. */
  quantities: { words: string; converted: string }[];
}

export interface EntitySurvey {
  /** In the order in which they were made. */
  entities: ReadonlyMap<string, Surveyed>;
  /** Statements that name another of these entities, in the order of recording. */
  tyings: readonly Tying[];
  dated: readonly DatedStatement[];
  positions: readonly PositionRow[];
  /** How sure dated statements are by themselves, with what they rest on. */
  statementStrengths: ReadonlyMap<
    string,
    { strength: BundleStrength['strength']; citationIds: CitationOfEntity['id'][] }
  >;
  /** Passages that citations of statements rest on, words of withheld exhibits apart. */
  passageIds: ReadonlySet<string>;
  keeping: Keeping;
}

const COUNTRIES = ['flag', 'jurisdiction', 'nationality', 'citizenship', 'country', 'mainCountry'];
const POSITIONS = new Set(['position', 'latitude', 'longitude']);

export function surveyEntities(db: ReadableDb, ids: readonly LeavingId[], gathered: GatheredBundle): EntitySurvey {
  const { input, exhibits, withholding } = gathered;
  const keeping: Keeping = {
    caseId: input.case.id,
    exhibitIds: new Set<string>(exhibits.map(exhibit => exhibit.id)),
    isWithheld: id => withholding.reasonOf(id as never) !== null,
  };
  const known = new Set<string>(ids.map(({ id }) => id));
  const weigh = weighing(db, gathered);
  const found = new Map<string, Surveyed>();
  const tyings: (Tying & { at: string })[] = [];
  const dated = new Map<string, Said[]>();
  const positions: PositionRow[] = [];
  const statementStrengths = new Map<
    string,
    { strength: BundleStrength['strength']; citationIds: CitationOfEntity['id'][] }
  >();
  const passageIds = new Set<string>();

  // Things first: ties, events and records are called after the things that they name.
  const ordered = [...ids].sort((left, right) => rank(left.schema) - rank(right.schema));
  for (let from = 0; from < ordered.length; from += AT_ONCE) {
    const batch = ordered.slice(from, from + AT_ONCE);
    const batchIds = batch.map(({ id }) => id);
    const kept = keptStatements(db, batchIds, keeping);
    const elsewhere = knownElsewhere(db, input.case.id, batchIds);
    const judged = strengthJudgements(db, batchIds);
    for (const { id, schema } of batch) {
      const statements = kept.get(id) ?? [];
      if (statements.length === 0) continue;
      const kind = kindOfSchema(schema);
      const nameOf = namesBy(statements, found);
      const citations = statements.flatMap(statement => statement.citations);
      const computed = weigh(citations);
      // A judgement may speak of what another case holds; then only what follows from this case is told.
      const judgement = elsewhere.has(id) ? undefined : judged.get(id);
      found.set(id, {
        id,
        kind,
        schema,
        caption: captionOf(schema, statements, nameOf),
        hint: hintOf(schema, statements),
        statementCount: statements.length,
        citationCount: citations.length,
        countries: [
          ...new Set(statements.filter(({ property }) => COUNTRIES.includes(property)).map(one => one.value)),
        ],
        extent: extentOf(statements),
        ...(kind === 'event' ? happeningOf(statements) : nothingHappened),
        strength: {
          strength: judgement?.strength ?? computed.strength,
          reasons: computed.reasons,
          judgement: judgement ? { computed: computed.strength, reason: judgement.reason, by: judgement.by } : null,
        },
      });
      for (const citation of citations) passageIds.add(citation.passageId);
      for (const one of statements) {
        if (one.targetId !== null && known.has(one.targetId)) tyings.push(toTying({ one, id, schema, kind }));
        if (POSITIONS.has(one.property)) positions.push(toPosition({ one, id, schema, kind }));
        if (kind === 'thing' && one.fromOn === null && one.toOn === null && !dateProperties.has(one.property)) continue;
        const list = dated.get(id) ?? [];
        list.push({ one, id, schema, kind });
        dated.set(id, list);
        if (one.citations.length > 0)
          statementStrengths.set(one.id, {
            strength: weigh(one.citations).strength,
            citationIds: one.citations.map(citation => citation.id),
          });
      }
    }
  }
  const entities = new Map(ids.flatMap(({ id }) => (found.has(id) ? [[id as string, found.get(id) as Surveyed]] : [])));
  return {
    entities,
    tyings: tyings
      .filter(one => entities.has(one.targetId))
      .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
      .map(({ at: _, ...tying }) => tying),
    dated: [...entities.keys()].flatMap(id => (dated.get(id) ?? []).map(said => toDated(said, entities))),
    positions,
    statementStrengths,
    passageIds,
    keeping,
  };
}

const rank = (schema: string): number => ['thing', 'event', 'record', 'relationship'].indexOf(kindOfSchema(schema));

function namesBy(statements: readonly KeptStatement[], found: ReadonlyMap<string, Surveyed>) {
  const targets = new Map(statements.map(one => [one.id as string, one.targetId]));
  return (statementId: string): string | null => {
    const target = targets.get(statementId);
    return target ? (found.get(target)?.caption ?? UNNAMED) : null;
  };
}

function extentOf(statements: readonly KeptStatement[]): Surveyed['extent'] {
  const values = new Map<string, string>();
  for (const { property, value } of statements)
    if (!values.has(property) && ['date', 'startDate', 'endDate', 'role', ...MEASURES].includes(property))
      values.set(property, value);
  const on = values.get('date') ?? null;
  return {
    fromOn: values.get('startDate') ?? on,
    toOn: values.get('endDate') ?? (values.has('startDate') ? null : on),
    role: values.get('role') ?? '',
    measure: tieMeasure(values),
  };
}

const nothingHappened = { eventKind: null, placeWords: '', quantities: [] };

function happeningOf(statements: readonly KeptStatement[]): Pick<Surveyed, 'eventKind' | 'placeWords' | 'quantities'> {
  const first = (names: readonly string[]) =>
    names.map(name => statements.find(one => one.property === name)).find(Boolean);
  const located = first(['location', 'address', 'position']);
  return {
    eventKind: first(['eventKind'])?.value ?? null,
    placeWords: located && located.targetId === null ? located.original || located.value : '',
    quantities: statements
      .filter(({ detail }) => detail.quantity !== undefined)
      .map(({ value, original, detail: { converted } }) => ({
        words: original || value,
        converted: converted ? `${converted.amount} ${converted.unit} (${converted.note})` : '',
      })),
  };
}
