/** The job that compiles a report into a file: gathers, writes aside, freezes the edition with its custody event, renames. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { ReportFormat, ReportSelection } from '../../../shared/contract/report.ts';
import { Sending } from '../../../shared/domain/departure/index.ts';
import type { ReportDocument } from '../../../shared/domain/report/index.ts';
import { Sha256 } from '../../../shared/kernel/digest.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { EditionId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { Job } from '../../jobs/jobContext.ts';
import type { Tools } from '../../jobs/tools.ts';
import { writeAside } from '../../documents/writeAside.ts';
import { printFonts } from '../../print/printFonts.ts';
import { requireCase } from '../case/index.ts';
import { requireMayLeave } from '../compartment/index.ts';
import { recipientsOf, recordDeparture, requireAudience, requireDisclosed } from '../departure/index.ts';
import { draftEdition, freezeEdition } from './editions.ts';
import { type Pictures, picturesOf } from './figurePictures.ts';
import { type Gathered, gatherReport } from './gatherReport.ts';
import { listOfReport } from './listOfReport.ts';
import { concernsOfReport } from './preFlightOfReport.ts';
import { compilationNow } from './reportService.ts';
import { writeDocx } from './docx/writeDocx.ts';
import { writeHtml } from './html/writeHtml.ts';
import { type PicturePlace, writeMarkdown } from './writeMarkdown.ts';

export const CompileInput = ReportSelection.extend({ ...Sending.shape, format: ReportFormat, path: z.string() });
export type CompileInput = z.infer<typeof CompileInput>;

export interface Compiled {
  editionId: EditionId;
  path: string;
  sha256: Sha256;
}

export const compileReportFile: Job<CompileInput, Compiled> = async (
  ctx,
  { format, path, recipient, recipientContactId, reason, ...selection },
) => {
  const { caseId, audience, disclose } = selection;
  requireMayLeave(ctx.query().db, { caseId });
  requireAudience(requireCase(ctx.query().db, caseId), audience);
  requireDisclosed(ctx.query().db, { caseId, sourceIds: disclose, recipient });
  ctx.report({ done: 0, total: 2, unit: 'step', note: 'gathering findings and exhibits' });
  const gathered = gatherReport(ctx.query().db, selection, compilationNow(ctx.query()));
  const draft = draftEdition(ctx.query().db, gathered);
  ctx.signal.throwIfAborted();
  ctx.report({ done: 1, total: 2, unit: 'step', note: `writing ${basename(path)}` });
  const pictures = picturesOf(ctx.query().db, draft.document);
  const bytes = await writeReport({ document: draft.document, pictures, format }, ctx.tools);
  ctx.signal.throwIfAborted();
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
  let editionId: EditionId | null = null;
  await writeAside(path, bytes, () => {
    editionId = ctx.write(command => {
      const edition = freezeEdition(command, draft);
      recordDeparture(command, {
        kind: 'report',
        caseId,
        recipients: recipientsOf({ recipient, recipientContactId }),
        audience,
        reason,
        list: listOfReport(gathered, concernsOfReport(gathered), []),
        exhibitIds: quotedIn(gathered),
        disclosed: disclose,
        fileName: basename(path),
        fileSha256: sha256,
        sizeBytes: bytes.length,
        event: {
          action: 'report-compiled',
          subject: edition.id,
          details: { format, title: edition.title, content: edition.contentSha256 },
        },
      });
      return edition.id;
    });
  });
  if (editionId === null) throw new Error('a report was written and its edition was not recorded');
  ctx.report({ done: 2, total: 2, unit: 'step', note: null });
  ctx.announce('report', 'custody', 'exhibit');
  return { editionId, path, sha256 };
};

/** Exhibits whose words it holds. */
function quotedIn({ input: { exhibits, withheld } }: Gathered): ExhibitId[] {
  return exhibits.filter(exhibit => !withheld.has(exhibit.id)).map(exhibit => exhibit.id);
}

export interface Writing {
  document: ReportDocument;
  pictures: Pictures;
  format: ReportFormat;
  /** For Markdown: where pictures stand beside it. */
  pictureAt?: PicturePlace;
}

export async function writeReport(
  { document, pictures, format, pictureAt }: Writing,
  tools: Pick<Tools, 'printPdf' | 'assets'>,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeDocx(document, pictures);
    case 'html':
      return new TextEncoder().encode(writeHtml(document, { pictures }));
    case 'md':
      return new TextEncoder().encode(writeMarkdown(document, pictureAt));
    case 'pdf': {
      if (!tools.printPdf) throw new ProbatumError('printer-missing', {});
      const { reference, handlingMark } = document.masthead;
      const html = writeHtml(document, {
        fontFaceCss: printFonts(tools.assets, JSON.stringify(document)),
        sheetHeads: false,
        pictures,
      });
      return tools.printPdf({ html, left: reference, right: handlingMark });
    }
  }
}
