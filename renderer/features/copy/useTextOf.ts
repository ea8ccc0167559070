import { useEffect, useState } from 'react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';

export interface TextOf {
  text: string | null;
  /** False where the exhibit has more text than is compared. */
  isWhole: boolean;
  error: ErrorReport | null;
}

const PAGES_AT_ONCE = 50;
/** More than the comparison takes in any script. */
const MOST_CHARS = 600_000;

/** All words of an exhibit, page after page, as far as two texts are compared. */
export function useTextOf(exhibitId: ExhibitId): TextOf {
  const [state, setState] = useState<TextOf>({ text: null, isWhole: true, error: null });
  useEffect(() => {
    let current = true;
    const read = async () => {
      const texts: string[] = [];
      let chars = 0;
      for (let from = 0; ; from += PAGES_AT_ONCE) {
        const pages = await call('exhibit.pages', { exhibitId, from, count: PAGES_AT_ONCE });
        if (!current) return;
        for (const page of pages) {
          texts.push(page.text);
          chars += page.text.length;
        }
        const isWhole = pages.length < PAGES_AT_ONCE;
        if (isWhole || chars >= MOST_CHARS) {
          setState({ text: texts.join('\n\n'), isWhole, error: null });
          return;
        }
      }
    };
    read().catch((error: unknown) => current && setState({ text: null, isWhole: true, error: reportOf(error) }));
    return () => {
      current = false;
    };
  }, [exhibitId]);
  return state;
}
