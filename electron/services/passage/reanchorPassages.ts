/** After a new reading, each passage is found again in the new text; what is not found is an orphan, said so and kept. */
import { locateInPages } from '../../../shared/domain/anchoring/index.ts';
import { placeLabel } from '../../../shared/domain/place.ts';
import type { RenditionId } from '../../../shared/kernel/ids.ts';
import { findDocument } from '../../documents/documentStore.ts';
import type { CommandContext } from '../context.ts';
import { pagesOf } from '../exhibit/index.ts';
import { locateCells } from './locateCells.ts';
import { passagesOfDocument, updateAnchor } from './passageSql.ts';

export function reanchorPassages(ctx: CommandContext, sha256: string, renditionId: RenditionId): void {
  const passages = passagesOfDocument(ctx.db, sha256).filter(
    passage => passage.kind === 'words' && passage.renditionId !== null,
  );
  if (passages.length === 0) return;
  const pages = pagesOf(ctx.db, renditionId, 0, 1_000_000);
  const texts = pages.map(page => page.text);
  const mediaType = findDocument(ctx.db, sha256)?.mediaType ?? '';
  for (const passage of passages) {
    const found =
      locateCells(pages, passage) ??
      locateInPages(texts, passage.quote, { pageIndex: passage.pageIndex, start: passage.position?.start ?? 0 });
    if (found.state === 'orphaned') updateAnchor(ctx.db, passage.id, 'orphaned', null);
    else {
      const { start, end, pageIndex, state } = found;
      const page = pages[pageIndex];
      const words = { start, end, exact: passage.quote.exact };
      updateAnchor(ctx.db, passage.id, state, {
        renditionId,
        start,
        end,
        pageIndex,
        pageLabel: page === undefined ? null : placeLabel(page, words, mediaType),
      });
    }
    ctx.custody.record({
      action: 'passage-reanchored',
      exhibitId: passage.exhibitId,
      subject: passage.id,
      details: { state: found.state },
    });
  }
}
