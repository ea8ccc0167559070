/** What must be seen before a bundle leaves: each exhibit that goes, each that stays and why, and what betrays people. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { strictestMark } from '../../../shared/domain/handlingMark.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentRenditionOf } from '../exhibit/index.ts';
import { figureConcerns, findingConcerns, marksOfOtherCases, note, sourceConcerns, warning } from '../report/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';

type Concern = PreFlight['concerns'][number];

export function preFlightOfBundle(db: ReadableDb, gathered: GatheredBundle): PreFlight {
  const { input, going } = gathered;
  return {
    exhibitCount: going.length,
    sizeBytes: going.reduce((sum, exhibit) => sum + exhibit.sizeBytes, 0),
    strictestMark: strictestMark([
      input.case.handlingMark,
      ...going.map(exhibit => exhibit.handlingMark),
      ...marksOfOtherCases(gathered),
    ]),
    items: going.map(({ number, title, handlingMark, sizeBytes }) => ({
      exhibitNumber: number,
      title,
      handlingMark,
      sizeBytes,
    })),
    concerns: [
      ...findingConcerns(gathered),
      ...withheldConcerns(gathered),
      ...figureConcerns(gathered),
      ...sourceConcerns(gathered),
      ...going.flatMap(exhibit => exhibitConcerns(db, exhibit, gathered)),
    ],
  };
}

function withheldConcerns({ withheld, input }: GatheredBundle): Concern[] {
  return withheld.map(({ exhibit, reason }) => {
    const name = exhibitNumber(exhibit.number);
    const isMark = reason === exhibit.handlingMark;
    const why = isMark ? `it is ${reason}, and the case is ${input.case.handlingMark}` : reason;
    const advice = isMark ? ' To send it, mark the case the same, for recipients named by the originator.' : '';
    return warning(
      `${name} stays here: ${why}. The bundle has its number, grade and digest; not its bytes, text, title or words.${advice}`,
      exhibit.id,
    );
  });
}

function exhibitConcerns(db: ReadableDb, exhibit: Exhibit, { input }: GatheredBundle): Concern[] {
  const name = exhibitNumber(exhibit.number);
  const source = input.sources.find(one => one.id === exhibit.sourceId);
  const telling = identifying(currentRenditionOf(db, exhibit.sha256)?.metadata ?? {});
  return [
    ...(source?.confidential
      ? [
          warning(
            `${name} came from ${printedSourceName(source)}. Its name was not found in the text; read whether the content itself, a hand or a signature betrays it.`,
            exhibit.id,
          ),
        ]
      : []),
    ...(telling.length > 0
      ? [
          warning(
            `The file of ${name} tells ${telling.join(' and ')}. Exhibits go as they were admitted; leave it out if that may harm somebody.`,
            exhibit.id,
          ),
        ]
      : []),
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
    ...(exhibit.withdrawnAt === null
      ? []
      : [warning(`${name} was withdrawn, and a finding still cites it.`, exhibit.id)]),
  ];
}

const fieldsThatTell: readonly [pattern: RegExp, words: string][] = [
  [/latitude|longitude/i, 'where it was made'],
  [/author|artist|modifiedby|owner/i, 'who made it'],
  [/serial/i, 'by which device it was made'],
];

/** `who made it (A. Person)`: with the value, since whoever reads this decides by it. */
function identifying(metadata: Readonly<Record<string, string>>): string[] {
  return fieldsThatTell.flatMap(([pattern, words]) => {
    const values = Object.entries(metadata)
      .filter(([field, value]) => pattern.test(field) && value.trim() !== '')
      .map(([, value]) => value.trim());
    return values.length > 0 ? [`${words} (${[...new Set(values)].join(', ').slice(0, 120)})`] : [];
  });
}
