/** What the narrative may hold: exactly what `Narrative` can say, so that nothing typed or pasted is lost on saving. */
import { type Node, Schema } from 'prosemirror-model';
import { CitationId } from '../../../../shared/kernel/ids.ts';

export const CITATION_ATTRIBUTE = 'data-citation-id';

export const narrativeSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    // `pre`: a line break that older text holds stays one.
    paragraph: {
      group: 'block',
      content: 'inline*',
      whitespace: 'pre',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      defining: true,
      whitespace: 'pre',
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(tag => ({ tag })),
      toDOM: () => ['h3', 0],
    },
    bullet_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    citation: {
      group: 'inline',
      inline: true,
      atom: true,
      draggable: true,
      attrs: { citationId: { validate: 'string' } },
      parseDOM: [{ tag: `span[${CITATION_ATTRIBUTE}]`, getAttrs: readCitation }],
      toDOM: node => ['span', { [CITATION_ATTRIBUTE]: String(node.attrs['citationId']) }, '[citation]'],
      leafText: () => '',
    },
    text: { group: 'inline' },
  },
  marks: {
    strong: {
      parseDOM: [
        { tag: 'strong' },
        { tag: 'b', getAttrs: isReallyBold },
        { style: 'font-weight', getAttrs: value => /^(bold|[6-9]00)/.test(value) && null },
      ],
      toDOM: () => ['strong', 0],
    },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  },
});

/** Google Docs wraps what is copied in a `b` of normal weight. */
function isReallyBold(element: HTMLElement): null | false {
  return element.style.fontWeight === 'normal' ? false : null;
}

/** Pasted markup is not ours: only a well-formed id makes a chip. */
function readCitation(element: HTMLElement): { citationId: CitationId } | false {
  const read = CitationId.safeParse(element.getAttribute(CITATION_ATTRIBUTE));
  return read.success ? { citationId: read.data } : false;
}

export function citationOf(node: Node): CitationId {
  return CitationId.parse(node.attrs['citationId']);
}
