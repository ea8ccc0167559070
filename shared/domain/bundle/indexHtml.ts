/** data/index.html: the page that a reviewer opens from disk. */
import type { BundleCase } from '../bundle.ts';

/**
 * Begins from nothing. `file:` stands beside 'self' because browsers do not agree on what 'self' is on a page from disk.
 * 'wasm-unsafe-eval' lets pdf.js decode JPEG 2000 and JBIG2 scans; it allows no script text. Nothing may connect.
 */
export const VIEWER_POLICY = [
  "default-src 'none'",
  "script-src 'self' file: 'wasm-unsafe-eval'",
  "style-src 'self' file:",
  'img-src blob: data:',
  'font-src blob: data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types probatum',
].join('; ');

export function indexHtml({ case: about }: BundleCase): string {
  const title = escapeHtml(`${about.reference} · ${about.title}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${VIEWER_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="viewer/viewer.css">
<script src="viewer/viewer.js" defer></script>
</head>
<body>
<div id="root"></div>
<noscript>
<h1>${title}</h1>
<p>This page needs scripts, which run from this folder only and reach no network. Without them, the same content can be read in
report/case.json, the exhibits in exhibits/, and their text in text/.</p>
</noscript>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
