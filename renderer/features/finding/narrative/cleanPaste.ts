/**
 * Pasted markup, written anew from an allow-list before the editor parses it: what comes from a web page or an exhibit
 * may carry handlers, styles and loads, and none of it is needed to keep words and emphasis. Pure.
 */
import { Parser } from 'htmlparser2';
import { CitationId } from '../../../../shared/kernel/ids.ts';
import { CITATION_ATTRIBUTE } from './schema.ts';

const kept = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'b',
  'strong',
  'i',
  'em',
  'div',
  'blockquote',
  'tr',
  'br',
]);
const emptyTags = new Set(['br']);
/** Their text is not text of the page. */
const dropped = new Set([
  'script',
  'style',
  'title',
  'noscript',
  'template',
  'textarea',
  'select',
  'iframe',
  'object',
  'svg',
]);
/** How the editor marks a slice of its own: depths, then the names of the nodes around it. */
const ownSlice = /^\d+ \d+(?: -\d+)? [\w[\]",:{} .-]*$/;

export function cleanPaste(html: string): string {
  let clean = '';
  let skipping = 0;
  /** What was written for each open tag, to be closed in turn. */
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (dropped.has(name)) skipping += 1;
      const written = skipping > 0 ? '' : tagFor(name, attributes);
      if (written !== '') clean += `<${written}${attributesFor(name, attributes)}>`;
      open.push(emptyTags.has(written) ? '' : written);
    },
    ontext: text => {
      if (skipping === 0) clean += escapeText(text);
    },
    onclosetag: name => {
      if (dropped.has(name)) skipping = Math.max(0, skipping - 1);
      const written = open.pop();
      if (written) clean += `</${written}>`;
    },
  });
  parser.end(html);
  return clean;
}

/** Emphasis that is only a style becomes a tag; a `b` of normal weight is a wrapper. */
function tagFor(name: string, { style = '', ...attributes }: Record<string, string>): string {
  if (name === 'b' && /font-weight:\s*normal/i.test(style)) return '';
  if (kept.has(name)) return name;
  if (name !== 'span') return '';
  if (CitationId.safeParse(attributes[CITATION_ATTRIBUTE]).success) return 'span';
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) return 'strong';
  return /font-style:\s*italic/i.test(style) ? 'em' : '';
}

function attributesFor(name: string, attributes: Record<string, string>): string {
  const slice = attributes['data-pm-slice'];
  const own = slice !== undefined && ownSlice.test(slice) ? ` data-pm-slice="${escapeText(slice)}"` : '';
  const citation =
    name === 'span' && CitationId.safeParse(attributes[CITATION_ATTRIBUTE]).success
      ? ` ${CITATION_ATTRIBUTE}="${attributes[CITATION_ATTRIBUTE]}"`
      : '';
  return own + citation;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
