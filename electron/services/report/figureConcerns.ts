/** What must be seen of the figures before a report or a bundle leaves. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import {
  distinctExhibits,
  figureName,
  groundName,
  type NumberedFigure,
  numberedFigures,
  whyWithheld,
} from '../../../shared/domain/report/index.ts';
import type { Gathered } from './gatherReport.ts';

type Concern = PreFlight['concerns'][number];

export function figureConcerns({ input, concealer }: Gathered): Concern[] {
  const figures = numberedFigures(input);
  return [
    ...figures.flatMap((numbered): Concern[] => {
      const name = figureName(numbered);
      const { caption, sourceLine } = numbered.figure;
      const withheld = whyWithheld(numbered, input);
      return [
        ...(withheld === null ? [] : [warn(`The picture of ${name} stays here: ${withheld}.`)]),
        ...(concealer.finds(`${caption}\n${sourceLine}`)
          ? [
              warn(
                `The words under ${name} spell out the name of a confidential source. What is sent has the code name there; read them once more.`,
              ),
            ]
          : []),
        ...otherCases(numbered),
      ];
    }),
    ...onlyInFigures(figures, input),
  ];
}

function otherCases(numbered: NumberedFigure): Concern[] {
  return distinctExhibits(numbered.grounds)
    .filter(({ otherCase }) => otherCase !== null)
    .map(ground =>
      warn(
        `${figureName(numbered)} shows what ${groundName(ground)} says, an exhibit of another case (${ground.exhibit.handlingMark}). That exhibit does not go.`,
        ground.exhibit.id,
      ),
    );
}

/** Nobody would look for them among what findings cite. */
function onlyInFigures(figures: readonly NumberedFigure[], { findings, exhibits }: Gathered['input']): Concern[] {
  const cited = new Set<string>(
    findings.flatMap(finding => finding.claims.flatMap(claim => claim.citations.map(citation => citation.exhibitId))),
  );
  return exhibits.flatMap(exhibit => {
    if (cited.has(exhibit.id)) return [];
    const drawn = figures.filter(({ grounds }) => grounds.some(ground => ground.exhibit.id === exhibit.id));
    if (drawn.length === 0) return [];
    return [
      {
        severity: 'note' as const,
        sentence: `${exhibitNumber(exhibit.number)} is among them because ${drawn.map(figureName).join(', ')} ${drawn.length === 1 ? 'rests' : 'rest'} on it; no finding cites it.`,
        exhibitId: exhibit.id,
      },
    ];
  });
}

/** What a figure shows of other cases' exhibits is as strictly held as they are. */
export function marksOfOtherCases({ input: { figures, withheld } }: Gathered): HandlingMark[] {
  return figures.flatMap(({ grounds }) =>
    grounds
      .filter(({ exhibit, otherCase }) => otherCase !== null && !withheld.has(exhibit.id))
      .map(({ exhibit }) => exhibit.handlingMark),
  );
}

function warn(sentence: string, exhibitId: string | null = null): Concern {
  return { severity: 'warn', sentence, exhibitId };
}
