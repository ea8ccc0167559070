/** What the styles of an OpenDocument file say that bears on its text: page breaks, hidden things, the look of lists. */
import { type XmlAttributes, walkXml } from '../../text/xmlWalk.ts';

export interface ListLevel {
  isBullet: boolean;
  /** `1`, `a`, `A`, `i`, `I`, or nothing. */
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the number shows: 2 for `1.2`. */
  shown: number;
}

export interface DocumentStyles {
  breaksBefore: Set<string>;
  breaksAfter: Set<string>;
  /** Of text, sheets and slides alike. */
  hidden: Set<string>;
  /** By name of the style and level from 1: `L1/2`. */
  lists: Map<string, ListLevel>;
  parents: Map<string, string>;
}

/** @param sources the styles and the content, which has styles of its own */
export function readDocumentStyles(sources: readonly Uint8Array[]): DocumentStyles {
  const styles: DocumentStyles = {
    breaksBefore: new Set(),
    breaksAfter: new Set(),
    hidden: new Set(),
    lists: new Map(),
    parents: new Map(),
  };
  for (const bytes of sources) readStyles(bytes, styles);
  return styles;
}

function readStyles(bytes: Uint8Array, styles: DocumentStyles): void {
  let name = '';
  let list = '';
  walkXml(bytes, {
    open(element, attributes) {
      switch (element) {
        case 'style:style':
          name = attributes['style:name'] ?? '';
          if (attributes['style:parent-style-name'] !== undefined)
            styles.parents.set(name, attributes['style:parent-style-name']);
          if ((attributes['style:master-page-name'] ?? '') !== '') styles.breaksBefore.add(name);
          break;
        case 'style:paragraph-properties':
          if (attributes['fo:break-before'] === 'page') styles.breaksBefore.add(name);
          if (attributes['fo:break-after'] === 'page') styles.breaksAfter.add(name);
          break;
        case 'style:text-properties':
          if (attributes['text:display'] === 'none') styles.hidden.add(name);
          break;
        case 'style:table-properties':
          if (attributes['table:display'] === 'false') styles.hidden.add(name);
          break;
        case 'style:drawing-page-properties':
          if (attributes['presentation:visibility'] === 'hidden') styles.hidden.add(name);
          break;
        case 'text:list-style':
          list = attributes['style:name'] ?? '';
          break;
        case 'text:outline-style':
          list = OUTLINE_LIST;
          break;
        default:
          if (/^text:(list|outline)-level-style/.test(element) && list !== '')
            addLevel(styles, list, element, attributes);
      }
    },
    close(element) {
      if (element === 'style:style') name = '';
      else if (element === 'text:list-style' || element === 'text:outline-style') list = '';
    },
  });
}

/** The name under which the numbers of headings are kept. */
export const OUTLINE_LIST = '\u0000outline';

function addLevel(styles: DocumentStyles, list: string, element: string, attributes: XmlAttributes): void {
  styles.lists.set(`${list}/${attributes['text:level'] ?? '1'}`, {
    isBullet: element.endsWith('-bullet') || element.endsWith('-image'),
    format: attributes['style:num-format'] ?? '',
    prefix: attributes['style:num-prefix'] ?? attributes['loext:num-list-format-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: Number.parseInt(attributes['text:start-value'] ?? '1', 10) || 0,
    shown: Number.parseInt(attributes['text:display-levels'] ?? '1', 10) || 1,
  });
}
