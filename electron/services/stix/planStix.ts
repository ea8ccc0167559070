/** What a STIX bundle of a case holds and what stays, and why: the same for the pre-flight and for writing. */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { writeStix } from '../../../shared/domain/stix/index.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { requireExhibit } from '../exhibit/index.ts';
import {
  type EntitiesTold,
  type EntityChoice,
  type EntityPlan,
  planEntities,
  strictestOf,
  tellEntities,
} from '../interchange/index.ts';
import { stixFindings } from './stixFindings.ts';
import { leavingTimes } from './stixSql.ts';

export interface StixPlan extends EntityPlan {
  /** `onEntity` is told how many were gone through. */
  pieces(onEntity?: (done: number) => void): Iterable<string>;
  /** To be asked once the pieces were read. */
  tell(): EntitiesTold;
}

const NO_FINDINGS: ReturnType<typeof stixFindings> = { findings: [], restsOn: new Map(), stays: [] };

/** @throws never-leaves, audience-forbids */
export function planStix(db: ReadableDb, choice: EntityChoice & { withFindings: boolean }): StixPlan {
  const plan = planEntities(db, choice);
  const { about, ids, source, withholding } = plan;
  const { caseId } = choice;
  const times = leavingTimes(
    db,
    caseId,
    ids.map(({ id }) => id),
  );
  const leavingIdOf = new Map([...times].map(([leavingId, { canonicalId }]) => [String(canonicalId), leavingId]));
  const { findings, restsOn, stays } = choice.withFindings
    ? stixFindings(db, caseId, { withholding, leavingIdOf })
    : NO_FINDINGS;
  const nameless = new Set<string>();
  const going = () => findings.filter(({ number }) => !nameless.has(number));
  const restOn = () =>
    going()
      .flatMap(({ number }) => restsOn.get(number) ?? [])
      .filter(id => withholding.reasonOf(id) === null);
  return {
    ...plan,
    pieces: onEntity =>
      writeStix({
        case: about,
        mark: () => strictestOf(db, plan, restOn()),
        entities: {
          *entities() {
            let done = 0;
            for (const entity of source.entities()) {
              done += 1;
              onEntity?.(done);
              yield entity;
            }
          },
        },
        timesOf: id => times.get(id) ?? { created: about.createdAt, modified: about.createdAt },
        findings,
        onFindingLeftOut: number => nameless.add(number),
      }),
    tell: () =>
      tellEntities(db, plan, {
        restsOn: restOn(),
        findingConcerns: going().flatMap(({ number }) => restingConcern(db, plan, number, restsOn.get(number) ?? [])),
        findings: going().map(({ number, title }) => ({ name: number, title })),
        findingsThatStay: [
          ...stays.map(({ number, why }) => ({ name: number, why })),
          ...[...nameless].map(name => ({ name, why: 'it names no entity, and a STIX report must name one' })),
        ],
      }),
  };
}

/** As in a bundle, what is claimed goes where the exhibit beneath it stays; whoever sends it must know. */
function restingConcern(
  db: ReadableDb,
  { withholding }: EntityPlan,
  finding: string,
  restsOn: readonly ExhibitId[],
): string[] {
  const staying = [...new Set(restsOn)].flatMap(id => {
    const why = withholding.reasonOf(id);
    return why === null ? [] : [`${exhibitNumber(requireExhibit(db, id).number)} (${why})`];
  });
  if (staying.length === 0) return [];
  return [
    `${finding} rests on ${staying.join(', ')}, which ${staying.length === 1 ? 'stays' : 'stay'} here. What it claims goes in your own words; read them once more.`,
  ];
}
