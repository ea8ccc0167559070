/** What a sheet of an XLSX or XLSB workbook shows beside its cells: comments, text boxes, charts. */
import { walkXml } from '../../text/xmlWalk.ts';
import { chartText, drawnParagraphs } from '../office/drawnText.ts';
import type { OfficePackage } from '../office/officePackage.ts';
import { readRelationships } from '../office/relationships.ts';
import type { RemarkList } from '../office/remarkList.ts';

/** Comments become remarks; returns the words of drawings and charts. */
export async function readBesideSheet(
  pack: OfficePackage,
  { part, name, remarks }: { part: string; name: string; remarks: RemarkList },
): Promise<string[]> {
  const relationships = (await readRelationships(pack, part)).filter(one => !one.isExternal);
  const isThreaded = relationships.some(one => one.type === 'threadedComment');
  const texts: string[] = [];
  for (const { type, target } of relationships) {
    const bytes = /\.xml$/i.test(target) ? await pack.read(target) : undefined;
    if (bytes === undefined) continue;
    if (type === 'comments') readComments(bytes, name, remarks, isThreaded);
    else if (type === 'threadedComment') readThreadedComments(bytes, name, remarks, await readPersons(pack));
    else if (type === 'drawing') texts.push(...(await readDrawing(pack, target, bytes)));
  }
  return texts;
}

/** @param isThreaded the same comments are there in the newer form; here they are only a notice for older programs */
function readComments(bytes: Uint8Array, sheet: string, remarks: RemarkList, isThreaded: boolean): void {
  const authors: string[] = [];
  let place = '';
  let author = '';
  let text = '';
  let taking: 'author' | 'text' | null = null;
  let phonetic = 0;
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'x:author') {
        authors.push('');
        taking = 'author';
      } else if (name === 'x:comment') {
        place = attributes.ref ?? '';
        author = authors[Number(attributes.authorId ?? -1)] ?? '';
        text = '';
      } else if (name === 'x:rPh') phonetic += 1;
      else if (name === 'x:t' && phonetic === 0) taking = 'text';
    },
    text(data) {
      if (taking === 'author') authors[authors.length - 1] = `${authors.at(-1) ?? ''}${data}`;
      else if (taking === 'text') text += data;
    },
    close(name) {
      if (name === 'x:author' || name === 'x:t') taking = null;
      else if (name === 'x:rPh') phonetic -= 1;
      else if (name === 'x:comment' && !(isThreaded && author.startsWith('tc=')))
        remarks.add('comment', author, '', `${sheet}!${place}: ${text}`);
    },
  });
}

function readThreadedComments(
  bytes: Uint8Array,
  sheet: string,
  remarks: RemarkList,
  persons: ReadonlyMap<string, string>,
): void {
  let comment = { place: '', author: '', at: '' };
  let text = '';
  let inText = false;
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'tc:threadedComment') {
        const author = persons.get(attributes.personId ?? '') ?? '';
        comment = { place: attributes.ref ?? '', author, at: attributes.dT ?? '' };
        text = '';
      }
      inText = name === 'tc:text';
    },
    text(data) {
      if (inText) text += data;
    },
    close(name) {
      inText = false;
      if (name === 'tc:threadedComment')
        remarks.add('comment', comment.author, comment.at, `${sheet}!${comment.place}: ${text}`);
    },
  });
}

async function readPersons(pack: OfficePackage): Promise<Map<string, string>> {
  const persons = new Map<string, string>();
  for (const name of pack.names.filter(name => /^xl\/persons\/[^/]+\.xml$/i.test(name))) {
    const bytes = await pack.read(name);
    if (bytes === undefined) continue;
    walkXml(bytes, {
      open(element, { id, displayName }) {
        if (element === 'tc:person' && id !== undefined) persons.set(id, displayName ?? '');
      },
    });
  }
  return persons;
}

async function readDrawing(pack: OfficePackage, part: string, bytes: Uint8Array): Promise<string[]> {
  const texts = [drawnParagraphs(bytes).join('\n')];
  for (const { type, target, isExternal } of await readRelationships(pack, part)) {
    const inside = !isExternal && (type === 'chart' || type === 'diagramData') ? await pack.read(target) : undefined;
    if (inside !== undefined) texts.push(type === 'chart' ? chartText(inside) : drawnParagraphs(inside).join('\n'));
  }
  return texts.filter(text => text !== '');
}

/** `&L&"Arial,Bold"Confidential&RPage &P`: the words of a sheet's header or footer without their codes. */
export function marginWords(coded: string): string {
  return coded
    .replace(/&"[^"]*"|&K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|&\d+/g, '')
    .replace(/&([LCR])/g, '\t')
    .replace(/&[PNDTFAZGBIUSEXYHO]/gi, '')
    .replaceAll('&&', '&')
    .replace(/\s*\t\s*/g, '\t')
    .trim();
}
