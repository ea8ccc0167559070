/**
 * A chart as an SVG document of our own making: names are text, the legend tells the lines apart, and title, description and
 * source line stand in it. The same scene makes the same bytes.
 */
import { columnsOf, labelLines } from '../labelLines.ts';
import { boxAround, type Point, type Positions } from '../layout/positions.ts';
import { legendWords, strengthsInOrder } from '../lineStyle.ts';
import type { Scene, SceneNote, SceneTie } from '../scene.ts';
import { tieWordPlaces } from '../tieWordPlaces.ts';
import { drawNode } from './drawNode.ts';
import { drawTieLine, drawTieWords } from './drawTie.ts';
import { type ChartPalette, NODE_RADIUS, paperPalette } from './palette.ts';
import { element, escapeXml, number } from './xml.ts';

export interface ChartPicture {
  scene: Scene;
  positions: Positions;
  title: string;
  /** For those who do not see it. */
  description: string;
  /** "Source: EX-0001, p. 2; EX-0004"; printed beneath. */
  sourceLine: string;
  /** "As at 15 March 2026"; '' where it shows all times. */
  asAt: string;
  /** Markup of a schema's sign, 24 units wide; ours, never of a case. */
  iconOf(schema: string): string;
}

const MARGIN = 100;
const FACES = "'Source Sans 3', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif";

export function chartSvg(picture: ChartPicture, palette: ChartPalette = paperPalette): string {
  const { scene, positions, title, description } = picture;
  const placed = (id: string): Point => positions.get(id) ?? { x: 0, y: 0 };
  const corners = scene.notes.flatMap(note => [
    { x: note.x - note.width / 2, y: note.y - noteHeight(note) / 2 },
    { x: note.x + note.width / 2, y: note.y + noteHeight(note) / 2 },
  ]);
  const box = boxAround([...scene.nodes.map(node => placed(node.id)), ...corners]) ?? {
    left: 0,
    top: 0,
    right: 0,
    bottom: 0,
  };
  const left = box.left - MARGIN;
  const top = box.top - MARGIN * 0.7;
  const width = Math.max(box.right - box.left + 2 * MARGIN, 560);
  const foot = drawFoot(picture, palette, left + 16, box.bottom + MARGIN, width - 32);
  const height = box.bottom + MARGIN + foot.height - top;
  const places = tieWordPlaces(scene, positions, noteHeight);
  const words = (tie: SceneTie) => {
    const share = places.get(tie.id);
    return share === undefined ? '' : drawTieWords(tie, placed(tie.sourceId), placed(tie.targetId), palette, share);
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${number(left)} ${number(top)} ${number(width)} ${number(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'title description',
      'font-family': FACES,
    },
    element('title', { id: 'title' }, escapeXml(title)),
    element('desc', { id: 'description' }, escapeXml(description)),
    element('rect', { x: left, y: top, width, height, fill: palette.ground }),
    ...scene.boxes.map(({ id, label }) => drawBox(scene, id, label, placed, palette)),
    element('g', {}, ...scene.ties.map(tie => drawTieLine(tie, placed(tie.sourceId), placed(tie.targetId), palette))),
    element('g', {}, ...scene.ties.map(words)),
    ...scene.nodes.map(node => drawNode(node, placed(node.id), palette, picture.iconOf(node.schema))),
    ...scene.notes.map(note => drawNote(note, palette)),
    foot.drawn,
  )}\n`;
}

function drawBox(
  scene: Scene,
  id: string,
  label: string,
  placed: (id: string) => Point,
  palette: ChartPalette,
): string {
  const box = boxAround(scene.nodes.filter(node => node.groupId === id).map(node => placed(node.id)));
  if (!box) return '';
  const [x, y] = [box.left - 90, box.top - NODE_RADIUS - 34];
  return element(
    'g',
    {},
    element('rect', {
      x,
      y,
      width: box.right - box.left + 180,
      height: box.bottom - box.top + 2 * NODE_RADIUS + 100,
      rx: 6,
      fill: palette.box,
      stroke: palette.boxLine,
    }),
    element(
      'text',
      { x: x + 10, y: y + 18, 'font-size': 13, 'font-weight': 600, fill: palette.text },
      escapeXml(label),
    ),
  );
}

const NOTE_LEADING = 16;

/** Seven units a column, as narrow sans faces have on average. */
export function noteLines({ text, width }: Pick<SceneNote, 'text' | 'width'>): string[] {
  const columns = Math.max(8, Math.floor((width - 16) / 6.6));
  return text.split('\n').flatMap(line => labelLines(line, columns, 200));
}

export function noteHeight(note: SceneNote): number {
  return noteLines(note).length * NOTE_LEADING + 16;
}

function drawNote(note: SceneNote, palette: ChartPalette): string {
  const height = noteHeight(note);
  const [x, y] = [note.x - note.width / 2, note.y - height / 2];
  const words = noteLines(note).map((line, index) =>
    element('tspan', { x: x + 8, y: y + 20 + index * NOTE_LEADING }, escapeXml(line)),
  );
  return element(
    'g',
    {},
    element('rect', { x, y, width: note.width, height, rx: 3, fill: palette.note, stroke: palette.noteLine }),
    element('text', { 'font-size': 12, fill: palette.text }, ...words),
  );
}

/** Which lines mean what, of those that occur; as at when; and what it rests on. */
function drawFoot(
  { scene, sourceLine, asAt }: ChartPicture,
  palette: ChartPalette,
  x: number,
  top: number,
  width: number,
): { drawn: string; height: number } {
  const used = strengthsInOrder.filter(strength => scene.ties.some(tie => tie.strength === strength));
  const drawn: string[] = [];
  let [at, y] = [x, top];
  for (const strength of used) {
    const words = legendWords(strength);
    const room = 52 + columnsOf(words) * 6.4;
    if (at > x && at + room > x + width) [at, y] = [x, y + 20];
    const sample: SceneTie = { id: '', sourceId: '', targetId: '', directed: false, words: '', strength, bend: 0 };
    drawn.push(drawTieLine(sample, { x: at - 20, y: y - 4 }, { x: at + 60, y: y - 4 }, palette));
    drawn.push(element('text', { x: at + 46, y, 'font-size': 11, fill: palette.text }, escapeXml(words)));
    at += room + 16;
  }
  const columns = Math.max(30, Math.floor(width / 6));
  const lines = [asAt, sourceLine].filter(line => line !== '').flatMap(line => labelLines(line, columns, 50));
  for (const line of lines) {
    y += 18;
    drawn.push(element('text', { x, y, 'font-size': 11, fill: palette.textSoft }, escapeXml(line)));
  }
  return { drawn: element('g', {}, ...drawn), height: y - top + 24 };
}
