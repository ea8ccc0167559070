/** What is marked for redaction, as the reading pane draws marks. Pure. */
import type { StandingMark } from '../../../shared/contract/redaction.ts';
import { redactionReasonWords } from '../../../shared/domain/redaction.ts';
import { PassageId } from '../../../shared/kernel/ids.ts';
import type { ReadingMark } from '../../reader/index.ts';

/** The pane knows marks by the ids of passages; these are of no passage, so they can stand for nothing else. */
export function markedPassageId(markId: number): PassageId {
  return PassageId.parse(`psg-00000000-0000-7000-8000-${markId.toString(16).padStart(12, '0')}`);
}

export function redactionMarksOf(marks: readonly StandingMark[]): ReadingMark[] {
  return marks.map(({ id, mark }) => ({
    passageId: markedPassageId(id),
    pageIndex: mark.pageIndex,
    // Where text has no places on a page, the words themselves are looked for.
    quote: { exact: mark.rects.length > 0 ? '' : mark.words, prefix: '', suffix: '' },
    rects: mark.rects,
    kind: mark.rects.length > 0 ? 'region' : 'words',
    label: `To be redacted: ${redactionReasonWords[mark.reason]}`,
  }));
}
