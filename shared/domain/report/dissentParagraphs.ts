/** That a dissent is on record at a finding. Its words stay in the case, and who said them: a report that is published names no reviewer. */
import type { FindingView } from '../finding.ts';
import type { Paragraphs } from './paragraphs.ts';
import type { ReportInput } from './reportInput.ts';
import type { ReportBlock } from './reportModel.ts';
import { counted } from './reportWords.ts';

export function dissentParagraphs(finding: FindingView, input: ReportInput, paragraphs: Paragraphs): ReportBlock[] {
  const count = dissentsOn(finding, input);
  if (count === 0) return [];
  const verb = count === 1 ? 'is' : 'are';
  return [paragraphs.next(`${counted(count, 'dissent')} ${verb} on record at this finding.`, 'caution')];
}

export function dissentsOn({ id }: Pick<FindingView, 'id'>, { dissents = [] }: ReportInput): number {
  return dissents.filter(dissent => dissent.findingId === id).length;
}
