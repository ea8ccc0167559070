/** After a new reading, each passage is found again in the new text; what is not found is an orphan, said so and kept. */
import { locateInPages } from '../../../shared/domain/anchoring/index.ts';
import type { RenditionId } from '../../../shared/kernel/ids.ts';
import type { CommandContext } from '../context.ts';
import { pagesOf } from '../exhibit/renditionSql.ts';
import { passagesOfDocument, updateAnchor } from './passageSql.ts';

export function reanchorPassages(ctx: CommandContext, sha256: string, renditionId: RenditionId): void {
  const passages = passagesOfDocument(ctx.db, sha256).filter(
    passage => passage.kind === 'words' && passage.renditionId !== null,
  );
  if (passages.length === 0) return;
  const pages = pagesOf(ctx.db, renditionId, 0, 1_000_000);
  const texts = pages.map(page => page.text);
  for (const passage of passages) {
    const found = locateInPages(texts, passage.quote, {
      pageIndex: passage.pageIndex,
      start: passage.position?.start ?? 0,
    });
    if (found.state === 'orphaned') updateAnchor(ctx.db, passage.id, 'orphaned', null);
    else {
      const { start, end, pageIndex, state } = found;
      updateAnchor(ctx.db, passage.id, state, {
        renditionId,
        start,
        end,
        pageIndex,
        pageLabel: pages[pageIndex]?.label ?? null,
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
