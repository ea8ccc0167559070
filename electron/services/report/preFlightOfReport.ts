/** What must be seen before a report leaves. No exhibit goes with it, but its words do, and its mark flows up. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import { audiences, whyNot } from '../../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { strictestMark } from '../../../shared/domain/handlingMark.ts';
import { findingName, statusOf } from '../../../shared/domain/report/index.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import { figureConcerns, marksOfOtherCases } from './figureConcerns.ts';
import type { Gathered } from './gatherReport.ts';
import { listOfReport, listSha256, staysOf } from './listOfReport.ts';
import { redactionConcerns } from './redactionConcerns.ts';

type Concern = PreFlight['concerns'][number];

export function preFlightOfReport(gathered: Gathered): PreFlight {
  const { case: about, exhibits, withheld } = gathered.input;
  const concerns = concernsOfReport(gathered);
  const list = listOfReport(gathered, concerns, []);
  const quoted = exhibits.filter(exhibit => !withheld.has(exhibit.id));
  const marks = [about.handlingMark, ...quoted.map(exhibit => exhibit.handlingMark), ...marksOfOtherCases(gathered)];
  return {
    exhibitCount: quoted.length,
    sizeBytes: 0,
    strictestMark: strictestMark(marks),
    items: quoted.map(exhibit => ({
      exhibitId: exhibit.id,
      exhibitNumber: exhibit.number,
      title: exhibit.title,
      handlingMark: exhibit.handlingMark,
      sizeBytes: 0,
    })),
    concerns,
    stays: staysOf(gathered, list),
    traces: [],
    listSha256: listSha256(list),
  };
}

export function concernsOfReport(gathered: Gathered): Concern[] {
  return [
    ...audienceConcerns(gathered),
    ...findingConcerns(gathered),
    ...markConcerns(gathered),
    ...staysConcerns(gathered),
    ...redactionConcerns(gathered),
    ...figureConcerns(gathered),
    ...sourceConcerns(gathered),
  ];
}

/** All that is said in the case bears its mark: where the audience may not have that, nothing may go. */
export function audienceConcerns({ input: { case: about }, choice: { audience }, caseStays }: Gathered): Concern[] {
  if (caseStays !== null)
    return [
      {
        severity: 'stop',
        sentence: `The case ${about.reference} stays in this vault: ${caseStays}. Nothing of it may go before the mark is lifted.`,
        exhibitId: null,
      },
    ];
  const why = audience === null ? null : whyNot(audience, [about.handlingMark]);
  if (audience === null || why === null) return [];
  return [
    {
      severity: 'stop',
      sentence: `The case is ${about.handlingMark}, and what it says may not go to ${audiences[audience].words}: ${why}. Choose another audience, or have the case marked lower by whoever may decide that.`,
      exhibitId: null,
    },
  ];
}

/** What was asked for and does not go at all. */
export function staysConcerns({ kept }: Gathered): Concern[] {
  return kept.map(({ name, why }) => warning(`${name} does not go: ${why}.`));
}

/** Shared with the bundle, which rests on the same findings. */
export function findingConcerns({ input: { findings } }: Gathered): Concern[] {
  if (findings.length === 0)
    return [
      { severity: 'stop', sentence: 'There is no finding to send. Write one, or choose others.', exhibitId: null },
    ];
  return findings.flatMap((finding): Concern[] => {
    const { meetsStandard, word } = statusOf(finding);
    const stage =
      finding.stage === 'agreed' ? [] : [note(`${findingName(finding)} is not agreed yet (${finding.stage}).`)];
    return meetsStandard
      ? stage
      : [
          warning(`${findingName(finding)} does not meet the standard of the case: ${word}. What is sent says so.`),
          ...stage,
        ];
  });
}

function markConcerns({ input: { case: about, exhibits, findings, withheld } }: Gathered): Concern[] {
  const quoted = new Set<string>(
    findings.flatMap(finding => finding.claims.flatMap(claim => claim.citations.map(citation => citation.exhibitId))),
  );
  return exhibits
    .filter(
      exhibit =>
        !withheld.has(exhibit.id) &&
        strictestMark([about.handlingMark, exhibit.handlingMark]) !== about.handlingMark &&
        exhibit.handlingMark !== about.handlingMark,
    )
    .map(exhibit =>
      warning(
        `${exhibitNumber(exhibit.number)} is marked ${exhibit.handlingMark}, stricter than the case (${about.handlingMark}). ${quoted.has(exhibit.id) ? 'Its words are quoted' : 'The report draws on it'}, so the whole report takes the stricter mark.`,
        exhibit.id,
      ),
    );
}

/** Shared with the bundle: under which name each confidential source goes, and where its real one was typed. */
export function sourceConcerns({ input, concealer }: Gathered): Concern[] {
  const named = input.sources
    .filter(source => source.confidential)
    .map(source => note(`A confidential source goes as ${printedSourceName(source)}; its name stays here.`));
  const typed = [
    ...input.findings.flatMap(finding =>
      concealer.finds(
        [
          finding.title,
          JSON.stringify(finding.narrative),
          finding.alternatives,
          ...finding.claims.map(claim => claim.text),
        ].join('\n'),
      )
        ? [findingName(finding)]
        : [],
    ),
    ...input.exhibits.flatMap(exhibit => (concealer.finds(exhibit.title) ? [exhibitNumber(exhibit.number)] : [])),
  ];
  return [
    ...named,
    ...typed.map(where =>
      warning(
        `${where} spells out the name of a confidential source. What is sent has the code name there; read it once more.`,
      ),
    ),
  ];
}

export function warning(sentence: string, exhibitId: string | null = null): Concern {
  return { severity: 'warn', sentence, exhibitId };
}

export function note(sentence: string, exhibitId: string | null = null): Concern {
  return { severity: 'note', sentence, exhibitId };
}
