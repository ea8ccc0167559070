/** Draws a report as a tagged PDF with an outline, in a hidden window without scripts. */
import { BrowserWindow, session } from 'electron';
import { refuseEverythingElse } from './lockdown.ts';
import type { Printout } from '../jobs/tools.ts';
import { serveApp } from './appProtocol.ts';

/** Not kept on disk: no `persist:`. */
const partition = 'print';
let prepared = false;

export async function printPdf({ html, left, right }: Printout): Promise<Uint8Array> {
  const printing = session.fromPartition(partition);
  if (!prepared) {
    refuseEverythingElse(printing);
    serveApp(printing);
    prepared = true;
  }
  // Page by page through our own scheme: a data: address is too short for a long report, and a file would stand on the disk.
  const pages = new Map([['/report.html', html]]);
  if (printing.protocol.isProtocolHandled('print')) printing.protocol.unhandle('print');
  printing.protocol.handle('print', request => {
    const page = pages.get(new URL(request.url).pathname);
    return new Response(page ?? null, {
      status: page === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL('print://report/report.html');
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: sheetLine(`<span>${escapeHtml(left)}</span><b>${escapeHtml(right)}</b>`),
      footerTemplate: sheetLine(
        '<span></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span><span></span>',
      ),
    });
  } finally {
    window.destroy();
  }
}

/** In the page's margin, in Chromium's own small print page: it knows no style sheet but this. */
function sheetLine(content: string): string {
  return `<div style="width:100%;margin:0 22mm;display:flex;justify-content:space-between;font:8.5pt serif;color:#333">${content}</div>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.codePointAt(0)};`);
}
