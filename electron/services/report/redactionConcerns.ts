/** What copies in the place of originals take away from what is cited, and where their redacted words are said all the same. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { FindingView } from '../../../shared/domain/finding.ts';
import { REDACTED_WORDS } from '../../../shared/domain/redaction.ts';
import { figureName, findingName, numberedFigures } from '../../../shared/domain/report/index.ts';
import type { StandIns } from '../redaction/index.ts';
import type { Gathered } from './gatherReport.ts';

type Concern = PreFlight['concerns'][number];

/** None of them quotes the words: the list of what left may go with the file. */
export function redactionConcerns(gathered: Gathered): Concern[] {
  const { input, marked } = gathered;
  return [
    ...marked.map(({ finding, exhibit, exhibitId }) => ({
      ...warn(
        `${finding} quotes words that are marked for redaction in ${exhibit}. Make the redacted copy and send it in its place, or leave ${exhibit} out.`,
      ),
      exhibitId,
    })),
    ...input.findings.flatMap(citedWords),
    ...spelledWords(gathered),
  ];
}

function citedWords(finding: FindingView): Concern[] {
  const gone = finding.claims.flatMap(claim => claim.citations).filter(({ quote }) => quote === REDACTED_WORDS);
  const copies = [...new Set(gone.map(citation => exhibitNumber(citation.exhibitNumber)))];
  if (copies.length === 0) return [];
  const count = gone.length === 1 ? '1 citation' : `${gone.length} citations`;
  return [
    warn(
      `${findingName(finding)} cites words that are redacted in ${copies.join(', ')}: ${count} will say “${REDACTED_WORDS}”, and nobody who receives it can check what ${gone.length === 1 ? 'it rests' : 'they rest'} on.`,
    ),
  ];
}

function spelledWords({ input, standIns }: Gathered): Concern[] {
  const texts: [name: string, text: string][] = [
    ...input.findings.map((finding): [string, string] => [findingName(finding), wordsOfFinding(finding)]),
    ...input.requests.map(({ addressee, substance }): [string, string] => ['A request', `${addressee}\n${substance}`]),
    ...numberedFigures(input).map((numbered): [string, string] => [
      figureName(numbered),
      [numbered.figure.caption, numbered.figure.altText, JSON.stringify(numbered.figure.table)].join('\n'),
    ]),
    ...input.exhibits.map((exhibit): [string, string] => [
      `The title of ${exhibitNumber(exhibit.number)}`,
      exhibit.title,
    ]),
    ['The title of the case', input.case.title],
  ];
  return saidAllTheSame(standIns, texts);
}

/** Of texts that go, by what a sender calls them: each that says words which a copy has no more. */
export function saidAllTheSame(
  standIns: StandIns,
  texts: readonly (readonly [name: string, text: string])[],
): Concern[] {
  if (!standIns.hasWords) return [];
  const sentences = texts.flatMap(([name, text]) =>
    standIns
      .spelledIn(text)
      .map(copy => `${name} says words that are redacted in ${copy}. They go as they stand there; read it once more.`),
  );
  return [...new Set(sentences)].map(warn);
}

function wordsOfFinding({ title, narrative, alternatives, claims, participants }: FindingView): string {
  return [
    title,
    JSON.stringify(narrative),
    alternatives,
    ...claims.map(claim => `${claim.text}\n${claim.judgement?.reason ?? ''}`),
    ...claims.flatMap(claim => claim.citations.map(citation => citation.rebuttal)),
    ...participants.map(({ name, role }) => `${name} ${role}`),
  ].join('\n');
}

function warn(sentence: string): Concern {
  return { severity: 'warn', sentence, exhibitId: null };
}
