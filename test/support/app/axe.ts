/** axe on what the window shows, the reader's frame included. Its source is run over the debugger: the page's policy stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { projectFolder } from '../assets.ts';
import { transitionsEnded } from './transitions.ts';

export interface AxeFinding {
  impact: string;
  rule: string;
  /** The first element that breaks it. */
  element: string;
  count: number;
}

const source = readFileSync(join(projectFolder, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/**
 * WCAG 2.2 AA and axe's own good practice. Words over a drawn page are left out, pdf.js's and ours: they are transparent by
 * design, so that their contrast is no matter, and the structure tree is as good as the document's own author made it.
 */
const RUN = `axe.run({ exclude: ['.textLayer', '.words-layer', '.structTree', 'iframe'] }, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ impact, id, nodes }) => ({ impact, rule: id, element: nodes[0].html.slice(0, 160), count: nodes.length })))`;

export async function axeFindings(page: Page): Promise<AxeFinding[]> {
  const found: AxeFinding[] = [];
  for (const frame of page.frames()) found.push(...(await inFrame(frame)));
  return found;
}

async function inFrame(frame: Frame): Promise<AxeFinding[]> {
  await transitionsEnded(frame);
  if ((await frame.evaluate('typeof axe')) === 'undefined') await frame.evaluate(source);
  return (await frame.evaluate(RUN)) as AxeFinding[];
}

/** What must be mended before anybody works with it; the rest is printed. */
export function isGrave({ impact }: AxeFinding): boolean {
  return impact === 'serious' || impact === 'critical';
}
