/** The narrative of a finding: paragraphs, lists and headings, with citations standing in the text as chips. */
import { z } from 'zod';
import { CitationId } from '../kernel/ids.ts';

export const NarrativeRun = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), bold: z.boolean().optional(), italic: z.boolean().optional() }),
  /** Becomes a footnote in the report. */
  z.object({ type: z.literal('citation'), citationId: CitationId }),
]);
export type NarrativeRun = z.infer<typeof NarrativeRun>;

export const NarrativeBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), runs: z.array(NarrativeRun) }),
  z.object({ type: z.literal('heading'), runs: z.array(NarrativeRun) }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(NarrativeRun)) }),
]);
export type NarrativeBlock = z.infer<typeof NarrativeBlock>;

export const Narrative = z.array(NarrativeBlock).max(5000);
export type Narrative = z.infer<typeof Narrative>;

export function narrativeText(narrative: Narrative): string {
  return narrative
    .map(block => (block.type === 'list' ? block.items.map(runsText).join('\n') : runsText(block.runs)))
    .join('\n\n');
}

function runsText(runs: readonly NarrativeRun[]): string {
  return runs.map(run => (run.type === 'text' ? run.text : '')).join('');
}

/** The citations that the narrative calls, in the order of reading. */
export function citedInNarrative(narrative: Narrative): CitationId[] {
  return narrative
    .flatMap(block => (block.type === 'list' ? block.items.flat() : block.runs))
    .flatMap(run => (run.type === 'citation' ? [run.citationId] : []));
}
