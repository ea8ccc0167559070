/** A receipt as one page to print: its text, its code, who countersigned, room to countersign by hand, and what it is worth. */
import { createHash } from 'node:crypto';
import type { CountersignatureView, ReceiptView } from '../../../shared/contract/identity.ts';
import { stampWords } from '../../../shared/domain/identity/timestamp.ts';
import { type Worth, worth } from '../../../shared/domain/identity/whatItProves.ts';
import { describeInstantDay } from '../../../shared/kernel/dates.ts';
import { qrSvg } from './receiptCode.ts';

const rules = `
:root{color-scheme:light}
*{box-sizing:border-box}
html{font:10pt/1.4 "Source Serif 4","Source Serif 4 Variable","Noto Serif KR","Noto Sans KR Variable","Noto Sans JP Variable","Noto Sans SC Variable",Cambria,"Times New Roman",serif;color:#111;background:#fff}
body{max-width:178mm;margin:0 auto;padding:6mm 4mm}
h1{font-size:15pt;line-height:1.2;margin:0 0 2mm}
h2{font-size:11pt;margin:3mm 0 .6mm}
p{margin:1mm 0}
.top{display:grid;grid-template-columns:1fr 46mm;gap:6mm;align-items:start}
.top svg{width:46mm;height:46mm}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.6mm 4mm;margin:0}
dt{color:#555}
dd{margin:0;overflow-wrap:anywhere}
.mono{font-family:"Source Code Pro","Source Code Pro Variable",Consolas,"DejaVu Sans Mono",monospace;font-size:8.5pt}
pre{font-family:"Source Code Pro","Source Code Pro Variable",Consolas,"DejaVu Sans Mono","Noto Sans KR Variable",monospace;font-size:6.4pt;line-height:1.3;white-space:pre-wrap;overflow-wrap:anywhere;border:.3mm solid #bbb;padding:1.5mm 3mm;margin:0}
table{border-collapse:collapse;width:100%;font-size:8pt;line-height:1.25}
.witnesses th:first-child{width:36%}
.witnesses th:nth-child(2){width:22%}
.stamp{font-size:8pt;line-height:1.25}
th,td{text-align:left;vertical-align:top;padding:.5mm 2mm .5mm 0;border-bottom:.2mm solid #bbb}
.hand{display:grid;grid-template-columns:1fr 1fr 1fr;gap:8mm;margin-top:8mm;font-size:8pt;color:#555}
.hand span{border-top:.2mm solid #111;padding-top:1mm}
h2,tr,.hand{break-inside:avoid}
h2{break-after:avoid}
@page{size:A4;margin:14mm 16mm 12mm}
@media print{body{max-width:none;padding:0}}`;

export function receiptPage(receipt: ReceiptView, signature: string, fontFaceCss = ''): string {
  const style = `${fontFaceCss}${rules}`;
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>Custody receipt ${escapeHtml(receipt.vaultCode)} ${receipt.eventCount}</title>
<style>${style}</style>
</head>
<body>
<main>
<div class="top">
<div>
<h1>Custody receipt</h1>
<dl>
${row('Vault', `${receipt.vaultCode} · ${receipt.vaultId}`)}
${row('Events', String(receipt.eventCount))}
${row('Head', grouped(receipt.headHash), 'mono')}
${row('Made at', `${describeInstantDay(receipt.madeAt)}, ${receipt.madeAt.slice(11, 19)} UTC, by the maker’s clock`)}
${row('Made by', [receipt.name, receipt.team].filter(Boolean).join(', '))}
${row('Key', receipt.fingerprint, 'mono')}
</dl>
</div>
${qrSvg(receipt.qr, 'The receipt in one line')}</div>
<h2>What it is worth</h2>
<table>
<thead><tr><th></th><th>shows</th><th>does not show</th></tr></thead>
<tbody>
${worthOf(receipt)
  .map(
    one =>
      `<tr><th scope="row">${escapeHtml(one.what)}</th><td>${escapeHtml(one.shows)}</td><td>${escapeHtml(one.showsNot)}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>
<h2>Countersigned by</h2>
${countersigned(receipt.countersignatures)}
${stamped(receipt)}<div class="hand"><span>Witness, in print</span><span>Place and date</span><span>Signature</span></div>
<h2>The signed text</h2>
<pre>${escapeHtml(receipt.text)}${escapeHtml(signature)}</pre>
</main>
</body>
</html>
`;
}

function countersigned(kept: readonly CountersignatureView[]): string {
  if (kept.length === 0) return '<p>Nobody yet. A witness signs below, or with a key of their own.</p>';
  return `<table class="witnesses"><thead><tr><th>Witness</th><th>when, by the witness’s clock</th><th>key</th></tr></thead><tbody>${kept
    .map(
      one =>
        `<tr><td>${escapeHtml([one.witness, one.team].filter(Boolean).join(', '))}</td><td>${describeInstantDay(one.witnessedAt)}, ${one.witnessedAt.slice(11, 16)} UTC</td><td class="mono">${escapeHtml(one.fingerprint)}, ${escapeHtml(keyStanding(one))}</td></tr>`,
    )
    .join('')}</tbody></table>`;
}

/** Of a time stamp nothing is said where there is none: the page is to stay one. */
function worthOf({ timestamps }: ReceiptView): Worth[] {
  const { timestamp, ...always } = worth;
  return [...Object.values(always), ...(timestamps.length > 0 ? [timestamp] : [])];
}

function stamped({ timestamps }: ReceiptView): string {
  return timestamps.map(one => `<p class="stamp">Time stamp: ${escapeHtml(stampWords(one))}</p>\n`).join('');
}

function keyStanding({ signer }: CountersignatureView): string {
  return signer.known === 'contact' && signer.verified ? 'verified here' : 'not verified here';
}

function row(name: string, value: string, className?: string): string {
  return `<dt>${name}</dt><dd${className ? ` class="${className}"` : ''}>${escapeHtml(value)}</dd>`;
}

/** In fours, so that two people can compare it by eye. */
function grouped(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, '$1 ');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.codePointAt(0)};`);
}
