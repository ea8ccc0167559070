/**
 * Between the narrative as it is stored and as it is edited. Neither way loses words, order, emphasis or citations; what
 * the stored form can say in several ways (adjoining runs of one look, empty runs and lists) comes back in its plain form.
 */
import type { Mark, Node } from 'prosemirror-model';
import type { Narrative, NarrativeBlock, NarrativeRun } from '../../../../shared/domain/narrative.ts';
import { citationOf, narrativeSchema } from './schema.ts';

const { nodes, marks } = narrativeSchema;

export function toDocument(narrative: Narrative): Node {
  const blocks = narrative.flatMap(toBlock);
  return nodes.doc.create(null, blocks.length > 0 ? blocks : [nodes.paragraph.create()]);
}

function toBlock(block: NarrativeBlock): Node[] {
  switch (block.type) {
    case 'paragraph':
      return [nodes.paragraph.create(null, block.runs.flatMap(toInline))];
    case 'heading':
      return [nodes.heading.create(null, block.runs.flatMap(toInline))];
    case 'list': {
      const items = block.items.map(runs =>
        nodes.list_item.create(null, nodes.paragraph.create(null, runs.flatMap(toInline))),
      );
      return items.length === 0 ? [] : [(block.ordered ? nodes.ordered_list : nodes.bullet_list).create(null, items)];
    }
  }
}

function toInline(run: NarrativeRun): Node[] {
  if (run.type === 'citation') return [nodes.citation.create({ citationId: run.citationId })];
  if (run.text === '') return [];
  const worn: Mark[] = [];
  if (run.bold) worn.push(marks.strong.create());
  if (run.italic) worn.push(marks.em.create());
  return [narrativeSchema.text(run.text, worn)];
}

/** An editor with nothing in it but one empty paragraph is an empty narrative. */
export function toNarrative(document: Node): Narrative {
  const blocks = document.children.map(fromBlock);
  const only = blocks.length === 1 ? blocks[0] : undefined;
  return only?.type === 'paragraph' && only.runs.length === 0 ? [] : blocks;
}

function fromBlock(node: Node): NarrativeBlock {
  if (node.type === nodes.heading) return { type: 'heading', runs: fromInline(node) };
  if (node.type === nodes.bullet_list || node.type === nodes.ordered_list) {
    const items = node.children.map(item => (item.firstChild ? fromInline(item.firstChild) : []));
    return { type: 'list', ordered: node.type === nodes.ordered_list, items };
  }
  return { type: 'paragraph', runs: fromInline(node) };
}

function fromInline(parent: Node): NarrativeRun[] {
  const runs: NarrativeRun[] = [];
  for (const node of parent.children) {
    if (node.type === nodes.citation) {
      runs.push({ type: 'citation', citationId: citationOf(node) });
      continue;
    }
    const run: NarrativeRun = { type: 'text', text: node.text ?? '' };
    if (marks.strong.isInSet(node.marks)) run.bold = true;
    if (marks.em.isInSet(node.marks)) run.italic = true;
    runs.push(run);
  }
  return runs;
}

/** The plain form of a narrative: what `toNarrative(toDocument(…))` gives. Two that say the same are then equal as JSON. */
export function plainNarrative(narrative: Narrative): Narrative {
  return toNarrative(toDocument(narrative));
}
