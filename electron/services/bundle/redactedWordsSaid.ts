/** Where a bundle alone says words that a copy has redacted: what people noted beside exhibits, and dissents, which no report prints. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { saidAllTheSame } from '../report/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import { bundleComments } from './toBundleComments.ts';
import { bundlePassages } from './toBundlePassage.ts';

export function redactedWordsSaid(db: ReadableDb, gathered: GatheredBundle): PreFlight['concerns'] {
  const { input, going, sources, standIns } = gathered;
  if (!standIns.hasWords) return [];
  const passageIds = input.findings.flatMap(finding =>
    finding.claims.flatMap(claim => claim.citations.map(citation => citation.passageId)),
  );
  const texts: [name: string, text: string][] = [
    ...bundlePassages(db, [...new Set<string>(passageIds)], gathered).map(
      ({ exhibitNumber: number, note, tags, translation, quote }): [string, string] => [
        `A cited passage of ${number}, with its note and translation,`,
        [quote.exact, note, ...tags, translation?.text ?? ''].join('\n'),
      ],
    ),
    ...going.flatMap((exhibit): [string, string][] => [
      [
        `The record of ${exhibitNumber(exhibit.number)}`,
        [exhibit.obtainedHow, exhibit.obtainedBy, exhibit.authenticityNote].join('\n'),
      ],
    ]),
    ...sources.map((source): [string, string] => ['The name of a source', printedSourceName(source)]),
    ...bundleComments(db, gathered).map(({ text, quote }): [string, string] => ['A dissent', `${text}\n${quote}`]),
  ];
  return saidAllTheSame(standIns, texts);
}
