/** Where the reading pane gets an exhibit from: the core, piece by piece. */
import { useMemo } from 'react';
import type { Exhibit } from '../../../../shared/domain/exhibit.ts';
import { typeShape } from '../../../../shared/domain/mediaType.ts';
import type { Rendition } from '../../../../shared/domain/rendition.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { call, useQuery } from '../../../api/index.ts';
import { type ReadingSource, viewKind } from '../../../reader/index.ts';
import { passwordOf } from '../passwords.ts';

const noOutline: Rendition['outline'] = [];

export function useReadingSource(
  exhibit: Exhibit | undefined,
  rendition: Rendition | null | undefined,
): ReadingSource | null {
  const { id, caseId, sizeBytes, mediaType } = exhibit ?? {};
  const outline = rendition?.outline ?? noOutline;
  const holdsCells = useHoldsCells(exhibit);
  const isRecognised = rendition?.metadata['recognised pages'] !== undefined;
  return useMemo(() => {
    if (id === undefined || caseId === undefined || sizeBytes === undefined || mediaType === undefined) return null;
    if (holdsCells === null) return null;
    return {
      sizeBytes,
      mediaType,
      holdsCells,
      outline,
      isRecognised,
      password: passwordOf(caseId, id),
      readBytes: (offset, length) => call('exhibit.read', { exhibitId: id, offset, length }),
      pages: (from, count) => call('exhibit.pages', { exhibitId: id, from, count }),
      draw: (pageIndex, maxPixels) =>
        call('exhibit.draw', { exhibitId: id, pageIndex, maxPixels, password: passwordOf(caseId, id) }),
      pageLabels: () => call('exhibit.pageLabels', { exhibitId: id }),
    };
  }, [id, caseId, sizeBytes, mediaType, holdsCells, outline, isRecognised]);
}

const NO_EXHIBIT = '' as ExhibitId;
/** A workbook may begin with a sheet of drawings alone. */
const PAGES_OF_WORKBOOK = 20;

/**
 * Whether it is shown as sheets: by its first page, or any of a workbook's first ones; null until that is known. Of what is
 * drawn from its bytes nothing is asked.
 */
function useHoldsCells(exhibit: Exhibit | undefined): boolean | null {
  const skip = exhibit === undefined || exhibit.pageCount === 0 || viewKind(exhibit.mediaType) !== 'text';
  const isWorkbook = exhibit !== undefined && typeShape(exhibit.mediaType) === 'sheet';
  const input = { exhibitId: exhibit?.id ?? NO_EXHIBIT, from: 0, count: isWorkbook ? PAGES_OF_WORKBOOK : 1 };
  const { data, error } = useQuery('exhibit.pages', input, { skip });
  if (skip || (data === undefined && error !== null)) return false;
  return data === undefined ? null : data.some(({ sheet }) => sheet !== null);
}
