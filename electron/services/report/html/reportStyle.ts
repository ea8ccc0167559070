/** How a report looks on a screen and on paper, in one style element; no font is fetched, whatever the reader has is used. */
import type { HandlingMark } from '../../../../shared/domain/handlingMark.ts';

export interface StyleOptions {
  /** `@font-face` rules with their fonts as data: for printing, where the machine's own fonts would decide how it looks. */
  fontFaceCss: string;
  /** False where the printer itself heads each sheet: Electron 33's Chromium has no margin boxes. */
  sheetHeads: boolean;
  handlingMark: HandlingMark;
  reference: string;
  /** Shares of columns that occur, each a class of its own, since the policy allows no style attributes. */
  shares: readonly number[];
}

export function reportStyle({ fontFaceCss, sheetHeads, handlingMark, reference, shares }: StyleOptions): string {
  const heads = `@top-left{content:${cssText(reference)};font-size:8.5pt}@top-right{content:${cssText(handlingMark)};font-size:8.5pt;font-weight:700}@bottom-center{content:counter(page) " / " counter(pages);font-size:8.5pt}`;
  return `${fontFaceCss}${rules}${shares.map(share => `.w${share}{width:${share}%}`).join('')}
@page{size:A4;margin:24mm 22mm 20mm;${sheetHeads ? heads : ''}}`;
}

function cssText(text: string): string {
  return `"${text.replace(/["\\<>\n]/g, character => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

const rules = `
:root{color-scheme:light;--line:#b9b9b9;--soft:#555}
*{box-sizing:border-box}
html{font:17px/1.5 "Source Serif 4","Source Serif 4 Variable",Cambria,"Noto Serif KR","Noto Serif","Noto Sans KR Variable","Noto Sans JP Variable","Noto Sans SC Variable","Noto Serif CJK KR","Times New Roman",serif;color:#111;background:#f4f4f2}
body{max-width:46rem;margin:0 auto;padding:3rem 2rem 4rem;background:#fff}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 1rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.5rem 0 .75rem}
h3{font-size:1.12rem;line-height:1.3;margin:2rem 0 .5rem}
h4{font-size:1rem;font-style:italic;margin:1.5rem 0 .4rem}
p,li{overflow-wrap:anywhere}
p{margin:0 0 .75rem}
.n{display:inline-block;min-width:2.2rem;color:var(--soft)}
.caution{border-left:4px solid #7a4a00;background:#f7f1e6;padding:.5rem .75rem}
.mark{display:flex;justify-content:space-between;gap:1rem;font-size:.85rem}
.mark strong{letter-spacing:.02em}
dl.head{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0 0 1.5rem;font-size:.95rem}
dl.head dt{color:var(--soft)}
dl.head dd{margin:0}
nav{font-size:.95rem;margin:0 0 2rem;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:.75rem 0}
nav ol{list-style:none;margin:0;padding:0}
nav li{padding-left:1.25rem}
nav li.top{padding-left:0}
a{color:#0b4f8a}
sup{line-height:0;font-size:.72em}
sup a,.back{text-decoration:none}
:target{background:#fff3bf}
ol.notes{border-top:1px solid var(--line);margin:1.5rem 0 0;padding:.75rem 0 0 2.2rem;font-size:.82rem;line-height:1.4}
ol.notes li{margin:0 0 .35rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:.5rem 0 1.5rem;font-size:.8rem;line-height:1.35}
caption{text-align:left;font-weight:700;padding:.25rem 0;break-inside:avoid}
th,td{text-align:left;vertical-align:top;padding:.3rem .4rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th{border-bottom:2px solid #555}
figure{margin:1.25rem 0 1.5rem}
figcaption{font-weight:700;font-size:.95rem;margin:0 0 .4rem}
figure img{display:block;max-width:100%;width:auto;height:auto;max-height:235mm;border:1px solid var(--line)}
.source{font-size:.82rem;line-height:1.4;margin:.4rem 0 0}
.mono{font-family:"Source Code Pro","Source Code Pro Variable",Consolas,"DejaVu Sans Mono",monospace;font-size:.68rem}
@media print{
html{font-size:10.5pt;background:none}
body{max-width:none;margin:0;padding:0}
nav,.back{display:none}
.annex{break-before:page}
a{color:inherit;text-decoration:none}
h2,h3,h4,caption{break-after:avoid}
tr,ol.notes li,.caution,figure{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
figcaption{break-after:avoid}
.source{break-before:avoid}
figure img{max-height:195mm}
thead{display:table-header-group}
p{orphans:3;widows:3}
:target{background:none}
}`;
