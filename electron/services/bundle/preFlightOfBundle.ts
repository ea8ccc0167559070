/** What must be seen before a bundle leaves: each exhibit that goes, each that stays and why, and what betrays people. */
import type { ExhibitTraces, PreFlight } from '../../../shared/contract/report.ts';
import type { DepartureList } from '../../../shared/domain/departure/index.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { strictestMark } from '../../../shared/domain/handlingMark.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { exhibitTraces } from '../departure/index.ts';
import {
  audienceConcerns,
  figureConcerns,
  findingConcerns,
  listOfReport,
  listSha256,
  marksOfOtherCases,
  note,
  redactionConcerns,
  sourceConcerns,
  staysConcerns,
  staysOf,
  warning,
} from '../report/index.ts';
import { custodyConcerns } from './custodyConcerns.ts';
import { entitiesSaying } from './entities/redactedWords.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import { peopleNamed } from './peopleNamed.ts';
import { redactedWordsSaid } from './redactedWordsSaid.ts';

type Concern = PreFlight['concerns'][number];

export function preFlightOfBundle(db: ReadableDb, gathered: GatheredBundle): PreFlight {
  const { input, going, sources } = gathered;
  const traces = going.flatMap(exhibit => exhibitTraces(db, exhibit, sources));
  const concerns = concernsOfBundle(db, gathered, traces);
  const list = listOfReport(gathered, concerns, going);
  return {
    exhibitCount: going.length,
    sizeBytes: going.reduce((sum, exhibit) => sum + exhibit.sizeBytes, 0),
    strictestMark: strictestMark([
      input.case.handlingMark,
      ...going.map(exhibit => exhibit.handlingMark),
      ...marksOfOtherCases(gathered),
    ]),
    items: going.map(({ id, number, title, handlingMark, sizeBytes }) => ({
      exhibitId: id,
      exhibitNumber: number,
      title,
      handlingMark,
      sizeBytes,
    })),
    concerns,
    stays: staysOf(gathered, list, gathered.withheld),
    traces,
    listSha256: listSha256(list),
  };
}

/** What is recorded of a bundle that leaves: the list as the pre-flight showed it. */
export function listOfBundle(db: ReadableDb, gathered: GatheredBundle): DepartureList {
  const { going, sources } = gathered;
  const traces = going.flatMap(exhibit => exhibitTraces(db, exhibit, sources));
  return listOfReport(gathered, concernsOfBundle(db, gathered, traces), going);
}

function concernsOfBundle(db: ReadableDb, gathered: GatheredBundle, traces: readonly ExhibitTraces[]): Concern[] {
  return [
    ...audienceConcerns(gathered),
    ...findingConcerns(gathered),
    ...staysConcerns(gathered),
    ...withheldConcerns(gathered),
    ...redactionConcerns(gathered),
    ...redactedWordsSaid(db, gathered),
    ...figureConcerns(gathered),
    ...sourceConcerns(withAll(gathered)),
    ...entityConcerns(gathered),
    ...peopleNamed(db, gathered),
    ...custodyConcerns(db, gathered),
    ...[...entitiesSaying(db, gathered)].map(([copy, count]) =>
      warning(
        `${count === 1 ? '1 entity is' : `${count} entities are`} stated with words that are redacted in ${copy}, from other exhibits or none. They go as they stand; look through them once more.`,
      ),
    ),
    ...traces.map(({ exhibitId, sentence }) => warning(`${sentence} ${asAdmitted}`, exhibitId)),
    ...gathered.going.flatMap(exhibitConcerns),
  ];
}

/** Sources and exhibits of entities are looked through like those of the report. */
function withAll({ sources, exhibits, ...gathered }: GatheredBundle): Omit<GatheredBundle, 'sources' | 'exhibits'> {
  return { ...gathered, input: { ...gathered.input, sources, exhibits } };
}

/** Nobody would look for them among what findings cite. */
function entityConcerns({ entities, going, reported }: GatheredBundle): Concern[] {
  if (entities.length === 0) return [];
  const count = entities.length === 1 ? '1 entity goes' : `${entities.length} entities go`;
  return [
    note(
      `${count} with what is stated of ${entities.length === 1 ? 'it' : 'them'}, on page and chart, and as FollowTheMoney.`,
    ),
    ...going
      .filter(exhibit => !reported.has(exhibit.id))
      .map(exhibit =>
        note(
          `${exhibitNumber(exhibit.number)} is among them because what is stated of an entity rests on it; no finding does.`,
          exhibit.id,
        ),
      ),
  ];
}

const asAdmitted =
  'Exhibits go as they were admitted; leave it out, or send a copy of pixels alone, if that may harm somebody.';

function withheldConcerns({ withheld, input, choice }: GatheredBundle): Concern[] {
  return withheld.map(({ exhibit, reason, because }) => {
    const name = exhibitNumber(exhibit.number);
    const isCaseRule = reason === exhibit.handlingMark && choice.audience === null;
    const why = isCaseRule ? `it is ${reason}, and the case is ${input.case.handlingMark}` : reason;
    const rule = isCaseRule || because === '' ? '' : ` (${because})`;
    const advice = isCaseRule ? ' To send it, mark the case the same, for recipients named by the originator.' : '';
    return warning(
      `${name} stays here: ${why}${rule}. The bundle has its number, source, date, grade and digest; not its bytes, text, title or words.${advice}`,
      exhibit.id,
    );
  });
}

function exhibitConcerns(exhibit: Exhibit): Concern[] {
  const name = exhibitNumber(exhibit.number);
  return [
    ...(exhibit.problem === null
      ? []
      : [
          warning(
            `${name} could not be read here (${exhibit.problem}), so nobody searched its text for names.`,
            exhibit.id,
          ),
        ]),
    ...(exhibit.reading === 'no-text'
      ? [note(`${name} has no text; what its pictures show was not searched for names.`, exhibit.id)]
      : []),
    ...(exhibit.withdrawnAt === null ? [] : [warning(`${name} was withdrawn, and is still cited.`, exhibit.id)]),
  ];
}
