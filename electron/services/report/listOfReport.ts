/** The list of what leaves with a report or a bundle, and what stays: shown before, recorded after. */
import { createHash } from 'node:crypto';
import {
  type DepartureItem,
  type DepartureList,
  departureListText,
  type DepartureStay,
} from '../../../shared/domain/departure/index.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import { figureName, numberedFigures, whyWithheld } from '../../../shared/domain/report/index.ts';
import type { PreFlight } from '../../../shared/contract/report.ts';
import type { Gathered } from './gatherReport.ts';

/** `carried`: those whose bytes go; a report has none, and cites what it rests on by digest. */
export function listOfReport(
  gathered: Gathered,
  concerns: PreFlight['concerns'],
  carried: readonly Exhibit[],
): DepartureList {
  const { input, concealer, kept } = gathered;
  const { findings, exhibits, withheld } = input;
  const carries = new Set<string>(carried.map(exhibit => exhibit.id));
  const figures = numberedFigures(input);
  const list: DepartureList = {
    goes: [
      ...findings.map(finding => item('finding', findingName(finding), finding.title)),
      ...figures.flatMap(numbered =>
        whyWithheld(numbered, input) === null
          ? [{ ...item('figure', figureName(numbered), numbered.figure.caption), sha256: numbered.figure.pngSha256 }]
          : [],
      ),
      ...exhibits
        .filter(exhibit => !withheld.has(exhibit.id))
        .map(exhibit => ({
          what: 'exhibit' as const,
          name: exhibitNumber(exhibit.number),
          title: exhibit.title,
          sha256: exhibit.sha256,
          sizeBytes: carries.has(exhibit.id) ? exhibit.sizeBytes : null,
          handlingMark: exhibit.handlingMark,
        })),
    ],
    stays: [
      ...kept,
      ...figures.flatMap((numbered): DepartureStay[] => {
        const why = whyWithheld(numbered, input);
        return why === null ? [] : [{ what: 'figure', name: figureName(numbered), why }];
      }),
      ...exhibits.flatMap((exhibit): DepartureStay[] => {
        const why = withheld.get(exhibit.id);
        return why === undefined ? [] : [{ what: 'exhibit', name: exhibitNumber(exhibit.number), why }];
      }),
    ],
    concerns: concerns.filter(({ severity }) => severity !== 'note').map(({ sentence }) => sentence),
  };
  // It may be handed on with the file that it lists.
  return concealer.concealIn(list);
}

function item(what: DepartureItem['what'], name: string, title: string): DepartureItem {
  return { what, name, title, sha256: null, sizeBytes: null, handlingMark: null };
}

export function listSha256(list: DepartureList): string {
  return createHash('sha256').update(departureListText(list)).digest('hex');
}

/** As the pre-flight shows it: with the exhibit to open, and the rule behind the reason. */
export function staysOf(
  gathered: Gathered,
  list: DepartureList,
  /** Of what stays for the sake of its bytes. */
  bytesStay: readonly { exhibit: Exhibit; because: string }[] = [],
): PreFlight['stays'] {
  const because = new Map(bytesStay.map(stay => [stay.exhibit.id, stay.because]));
  const byName = new Map(gathered.input.exhibits.map(exhibit => [exhibitNumber(exhibit.number), exhibit]));
  return list.stays.map(stay => {
    const exhibit = stay.what === 'exhibit' ? byName.get(stay.name) : undefined;
    return {
      ...stay,
      because: exhibit ? (because.get(exhibit.id) ?? gathered.withholding.wordsOf(exhibit.id)?.because ?? '') : '',
      exhibitId: exhibit?.id ?? null,
    };
  });
}
