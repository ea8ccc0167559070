/** A receipt as a file: the signed text, a page to print, that page as PDF, the code alone, or the request to an authority of time. */
import { createHash } from 'node:crypto';
import type { ReceiptFormat } from '../../../shared/contract/identity.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { joinSigned } from '../../../shared/domain/identity/signedText.ts';
import { assertNever } from '../../../shared/kernel/assertNever.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { ReceiptId } from '../../../shared/kernel/ids.ts';
import { timestampRequest } from '../../timestamp/index.ts';
import { writeAside } from '../../documents/writeAside.ts';
import { printFonts } from '../../print/printFonts.ts';
import type { HostContext } from '../host.ts';
import { qrSvg } from './receiptCode.ts';
import { receiptPage } from './receiptPage.ts';
import { requireReceipt } from './receiptService.ts';

export async function saveReceipt(
  host: HostContext,
  { receiptId, to, format }: ParsedInputOf<'receipt.save'>,
): Promise<OutputOf<'receipt.save'>> {
  const path = host.grants.placeOf(to);
  await writeAside(path, await receiptBytes(host, receiptId, format), () => {});
  return { path };
}

async function receiptBytes(host: HostContext, id: ReceiptId, format: ReceiptFormat): Promise<Uint8Array> {
  const { stored, view } = requireReceipt(host.session.queryContext(), id);
  const encoder = new TextEncoder();
  switch (format) {
    case 'txt':
      return encoder.encode(joinSigned(stored.text, stored.signature));
    case 'tsq':
      return timestampRequest(createHash('sha256').update(joinSigned(stored.text, stored.signature), 'utf8').digest());
    case 'svg':
      return encoder.encode(qrSvg(view.qr, view.line));
    case 'html':
      return encoder.encode(receiptPage(view, stored.signature));
    case 'pdf': {
      const { printPdf, assets } = host.tools;
      if (!printPdf) throw new ProbatumError('printer-missing', {});
      const fonts = printFonts(assets, receiptPage(view, stored.signature));
      return printPdf({
        html: receiptPage(view, stored.signature, fonts),
        left: `${view.vaultCode} · custody receipt`,
        right: `${view.eventCount} events`,
      });
    }
    default:
      return assertNever(format);
  }
}
