// Turns a document's source page into what Chromium prints: shared styles, the exercise mark on each page, rubber stamps.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARK } from './mark.mjs';

/** A round rubber stamp. The displacement filter makes it look inked, and has it drawn as a picture: no stray text. */
function stamp(ring, centre, colour, sizeMm, turn) {
  const lines = centre.split('/');
  const top = 104 - (lines.length - 1) * 11;
  const words = lines
    .map(
      (line, i) =>
        `<text x="100" y="${top + i * 22}" text-anchor="middle" font-size="19" font-weight="700">${line}</text>`,
    )
    .join('');
  return `<svg class="stamp" viewBox="0 0 200 200" style="width:${sizeMm}mm;height:${sizeMm}mm;transform:rotate(${turn}deg)">
    <defs><filter id="ink"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="7" result="n"/>
    <feDisplacementMap in="SourceGraphic" in2="n" scale="2.4"/></filter>
    <path id="ring" d="M100,100 m-74,0 a74,74 0 1,1 148,0 a74,74 0 1,1 -148,0"/></defs>
    <g filter="url(#ink)" fill="${colour}" stroke="none" font-family="Liberation Sans" opacity="0.82">
      <circle cx="100" cy="100" r="96" fill="none" stroke="${colour}" stroke-width="4"/>
      <circle cx="100" cy="100" r="66" fill="none" stroke="${colour}" stroke-width="2"/>
      <text font-size="17" letter-spacing="1.5"><textPath href="#ring" textLength="455">${ring}</textPath></text>${words}
    </g></svg>`;
}

const STAMP = /<!--STAMP ([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*?)-->/g;

/** `values` fills `{{name}}` in the source; every `<section class="page…">` gets the mark before its end. */
export function layOut(sources, name, workFolder, values = {}) {
  const style = readFileSync(join(sources, 'common.css'), 'utf8');
  const filled = readFileSync(join(sources, name), 'utf8')
    .replace('<!--COMMON-->', `<meta charset="utf-8"><style>${style}</style>`)
    .replace(STAMP, (_all, ring, centre, colour, size, turn) => stamp(ring, centre, colour, size, turn))
    .replaceAll('</section>', `<div class="mark">${MARK}</div></section>`)
    .replace(/\{\{(\w+)\}\}/g, (_all, key) => values[key] ?? '');
  const path = join(workFolder, name);
  writeFileSync(path, filled);
  return path;
}
