/** Words in drawings: shapes, SmartArt and charts, whose values are those that were last drawn. */
import { type XmlAttributes, walkXml } from '../../text/xmlWalk.ts';
import type { OfficePackage } from './officePackage.ts';
import { readRelationships } from './relationships.ts';

/** Paragraphs of DrawingML text (`a:p`), one a line. For diagrams, and for drawings on sheets. */
export function drawnParagraphs(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  let line = '';
  let inText = false;
  walkXml(bytes, {
    open(name) {
      inText = name === 'a:t';
      if (name === 'a:br') line += '\n';
      else if (name === 'a:tab') line += '\t';
    },
    text(data) {
      if (inText) line += data;
    },
    close(name) {
      inText = false;
      if (name !== 'a:p') return;
      if (line.trim() !== '') lines.push(line.trim());
      line = '';
    },
  });
  return lines;
}

interface Series {
  name: string[];
  categories: string[];
  values: string[];
}

/** A chart's titles, then a row of categories and a row for each series, cells separated by tabs. */
export function chartText(bytes: Uint8Array): string {
  const titles: string[] = [];
  const all: Series[] = [];
  let series: Series | null = null;
  let target: string[] | null = null;
  let title = '';
  let taking: 'value' | 'title' | null = null;
  walkXml(bytes, {
    open(name: string, _: XmlAttributes) {
      if (name === 'c:ser') {
        series = { name: [], categories: [], values: [] };
        all.push(series);
      } else if (series !== null && name === 'c:tx') target = series.name;
      else if (series !== null && (name === 'c:cat' || name === 'c:xVal')) target = series.categories;
      else if (series !== null && (name === 'c:val' || name === 'c:yVal')) target = series.values;
      else if (name === 'c:v') {
        taking = 'value';
        target?.push('');
      } else if (name === 'a:t') taking = 'title';
    },
    text(data) {
      if (taking === 'title') title += data;
      else if (taking === 'value' && target !== null && target.length > 0)
        target[target.length - 1] = `${target.at(-1) ?? ''}${data}`;
    },
    close(name) {
      if (name === 'c:v' || name === 'a:t') taking = null;
      else if (name === 'c:ser') series = null;
      else if (/^c:(tx|cat|xVal|val|yVal)$/.test(name)) target = null;
      else if (name === 'a:p') {
        if (title.trim() !== '') titles.push(title.trim());
        title = '';
      }
    },
  });
  const categories = all.find(one => one.categories.length > 0)?.categories;
  const rows = all.map(one => [one.name.join(' '), ...one.values]);
  if (categories !== undefined) rows.unshift(['', ...categories]);
  return [...titles, ...rows.map(row => row.join('\t'))].join('\n');
}

/** Words of charts and diagrams by the relationship that a part refers to them by. */
export async function drawnTexts(pack: OfficePackage, part: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { id, type, target, isExternal } of await readRelationships(pack, part)) {
    const bytes = !isExternal && (type === 'chart' || type === 'diagramData') ? await pack.read(target) : undefined;
    if (bytes === undefined) continue;
    const text = type === 'chart' ? chartText(bytes) : drawnParagraphs(bytes).join('\n');
    if (text !== '') texts.set(id, text);
  }
  return texts;
}
