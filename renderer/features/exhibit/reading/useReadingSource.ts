/** Where the reading pane gets an exhibit from: the core, piece by piece. */
import { useMemo } from 'react';
import type { Exhibit } from '../../../../shared/domain/exhibit.ts';
import type { Rendition } from '../../../../shared/domain/rendition.ts';
import { call } from '../../../api/index.ts';
import type { ReadingSource } from '../../../reader/index.ts';
import { passwordOf } from '../passwords.ts';

const noOutline: Rendition['outline'] = [];

export function useReadingSource(
  exhibit: Exhibit | undefined,
  rendition: Rendition | null | undefined,
): ReadingSource | null {
  const { id, caseId, sizeBytes, mediaType } = exhibit ?? {};
  const outline = rendition?.outline ?? noOutline;
  return useMemo(() => {
    if (id === undefined || caseId === undefined || sizeBytes === undefined || mediaType === undefined) return null;
    return {
      sizeBytes,
      mediaType,
      outline,
      password: passwordOf(caseId, id),
      readBytes: (offset, length) => call('exhibit.read', { exhibitId: id, offset, length }),
      pages: (from, count) => call('exhibit.pages', { exhibitId: id, from, count }),
      pageLabels: () => call('exhibit.pageLabels', { exhibitId: id }),
    };
  }, [id, caseId, sizeBytes, mediaType, outline]);
}
