/** Collects comments and tracked changes, held to what one rendition may carry; what does not fit is told. */
import type { DocumentRemark } from '../../../../shared/domain/extraction.ts';
import { cleanLine, cleanText } from '../../cleanText.ts';
import type { ExtractContext } from '../../extractor.ts';

const MAX_REMARKS = 10_000;
/** All remarks travel in one message. */
const MAX_ALL_CHARS = 4_000_000;
const MAX_TEXT_CHARS = 9_000;

export function openRemarkList(warn: ExtractContext['warn']) {
  const remarks: DocumentRemark[] = [];
  let chars = 0;
  let dropped = 0;
  return {
    add(kind: DocumentRemark['kind'], author: string, at: string, text: string): void {
      const whole = cleanText(text).trim();
      if (whole === '') return;
      if (remarks.length >= MAX_REMARKS || chars > MAX_ALL_CHARS) {
        dropped += 1;
        return;
      }
      const isLong = whole.length > MAX_TEXT_CHARS;
      if (isLong) warn(`A ${kind} in the document is longer than ${MAX_TEXT_CHARS} characters; its end was left out.`);
      // Cut at a whole character.
      const kept = isLong ? `${cleanText(whole.slice(0, MAX_TEXT_CHARS))}…` : whole;
      chars += kept.length;
      remarks.push({ kind, author: cleanLine(author, 200), at: cleanLine(at, 50), text: kept });
    },
    count: (kind: DocumentRemark['kind']) => remarks.filter(remark => remark.kind === kind).length,
    result(): DocumentRemark[] {
      if (dropped > 0)
        warn(
          `The document holds ${remarks.length + dropped} comments and changes; the last ${dropped} are not listed.`,
        );
      return remarks;
    },
  };
}

export type RemarkList = ReturnType<typeof openRemarkList>;

/** How comments stand after the text, so that they can be searched and cited. */
export function commentLines(remarks: readonly DocumentRemark[]): string[] {
  return remarks
    .filter(remark => remark.kind === 'comment')
    .map(
      ({ author, at, text }) => `[Comment${author === '' ? '' : ` by ${author}`}${at === '' ? '' : `, ${at}`}] ${text}`,
    );
}
