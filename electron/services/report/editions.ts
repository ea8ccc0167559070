/** Editions: a compiled report is frozen with its hash; compiling what was said before gives the edition that said it. */
import { compileReport, figuresOfReport, reportFingerprint } from '../../../shared/domain/report/index.ts';
import type { CommandContext } from '../context.ts';
import { sha256Hex } from '../custody/index.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Gathered } from './gatherReport.ts';
import {
  findEditionOfContent,
  type FrozenEdition,
  insertEdition,
  insertEditionCitation,
  insertEditionFigure,
} from './reportSql.ts';

export type Draft = Omit<FrozenEdition, 'id'>;

/** What would be frozen: the edition that says the same already, or a draft of a new one. */
export function draftEdition(db: ReadableDb, { input, concealer }: Gathered): FrozenEdition | Draft {
  const document = concealer.concealIn(compileReport(input).document);
  const contentSha256 = sha256Hex(reportFingerprint(document));
  const { compiledAt, compiledBy, title } = document.masthead;
  return (
    findEditionOfContent(db, input.case.id, contentSha256) ?? {
      caseId: input.case.id,
      title,
      compiledAt,
      compiledBy,
      contentSha256,
      findingCount: input.findings.length,
      document,
    }
  );
}

/** Freezes a draft with the citations that it rests on; an edition that is frozen stays as it is. */
export function freezeEdition(ctx: CommandContext, draft: FrozenEdition | Draft): FrozenEdition {
  if ('id' in draft) return draft;
  // Another job may have frozen the same while this one wrote its file.
  const known = findEditionOfContent(ctx.db, draft.caseId, draft.contentSha256);
  if (known) return known;
  const edition = { ...draft, id: ctx.newId('edn') };
  insertEdition(ctx.db, edition);
  for (const note of draft.document.footnotes) insertEditionCitation(ctx.db, edition.id, note.citationId);
  for (const { block } of figuresOfReport(draft.document)) insertEditionFigure(ctx.db, edition.id, block.figureId);
  return edition;
}
