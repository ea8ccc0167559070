/** What a hostile reader would find first: said to the author before the report leaves, one sentence each. */
import { exhibitNumber } from '../exhibit.ts';
import type { FindingView } from '../finding.ts';
import { citedInNarrative } from '../narrative.ts';
import { hadOpportunity } from '../request.ts';
import { dissentsOn } from './dissentParagraphs.ts';
import type { NumberedFigure } from './figureOrder.ts';
import { figureProblems } from './figureProblems.ts';
import { findingName } from '../finding.ts';
import { statusOf } from './findingSection.ts';
import { citedIn } from './noteBook.ts';
import type { ReportInput } from './reportInput.ts';
import type { ReportProblem } from './reportModel.ts';
import { asSentence, counted, requestsTo } from './reportWords.ts';

export function reportProblems(input: ReportInput, figures: readonly NumberedFigure[]): ReportProblem[] {
  if (input.findings.length === 0)
    return [{ sentence: 'There is no finding to report. Write one, or choose others.', findingId: null }];
  const cited = citedIn(input.findings);
  return [
    ...input.findings.flatMap(finding => problemsOf(finding, input, id => cited.has(id))),
    ...exhibitProblems(input),
    ...figureProblems(figures, input),
  ];
}

function problemsOf(
  finding: FindingView,
  input: ReportInput,
  isCited: (citationId: string) => boolean,
): ReportProblem[] {
  const name = findingName(finding);
  const sentences: string[] = [];
  const status = statusOf(finding);
  if (finding.stage === 'draft') sentences.push(`${name} is still a draft.`);
  if (finding.status !== 'established')
    sentences.push(`${name} is below the standard: ${status.word}. The report says so.`);
  else if (!status.meetsStandard)
    sentences.push(
      `${name} shows as established by judgement; the evidence alone does not reach it. The report says so.`,
    );
  if (finding.claims.length === 0) sentences.push(`${name} makes no claim.`);
  finding.claims.forEach((claim, at) => {
    const which = `Claim ${at + 1} of ${name}`;
    if (claim.citations.length === 0) sentences.push(`${which} cites nothing.`);
    if (claim.provisionIds.length === 0) sentences.push(`${which} names no provision that it measures against.`);
    if (claim.text.trim() === '') sentences.push(`${which} has no words.`);
  });
  const lost = citedInNarrative(finding.narrative).filter(id => !isCited(id)).length;
  if (lost > 0)
    sentences.push(
      `The narrative of ${name} calls ${counted(lost, 'citation')} that ${lost === 1 ? 'was' : 'were'} withdrawn or ${lost === 1 ? 'belongs' : 'belong'} to a finding not in this report.`,
    );
  for (const participant of finding.participants) {
    if (!requestsTo(input.requests, participant).some(hadOpportunity))
      sentences.push(asSentence(`${participant.name} is named in ${name} and had no opportunity to reply`));
  }
  const dissents = dissentsOn(finding, input);
  if (dissents > 0)
    sentences.push(
      `${counted(dissents, 'dissent')} ${dissents === 1 ? 'is' : 'are'} on record at ${name}. The report says so.`,
    );
  return sentences.map(sentence => ({ sentence, findingId: finding.id }));
}

function exhibitProblems(input: ReportInput): ReportProblem[] {
  const first = new Map<string, FindingView>();
  for (const finding of input.findings)
    for (const { exhibitId } of finding.claims.flatMap(claim => claim.citations))
      if (!first.has(exhibitId)) first.set(exhibitId, finding);
  return [...input.exhibits]
    .sort((left, right) => left.number - right.number)
    .flatMap(exhibit => {
      const finding = first.get(exhibit.id);
      if (!finding) return [];
      const name = exhibitNumber(exhibit.number);
      const sentences = [
        exhibit.sourceId === null ? `${name} has no source on record.` : '',
        exhibit.publishedOn === null ? `${name} has no publication date.` : '',
        exhibit.withdrawnAt !== null ? `${name} was withdrawn and is still cited.` : '',
        exhibit.authenticity === 'doubtful' || exhibit.authenticity === 'refuted'
          ? `The authenticity of ${name} is ${exhibit.authenticity}.`
          : '',
      ];
      return sentences.filter(Boolean).map(sentence => ({ sentence, findingId: finding.id }));
    });
}
