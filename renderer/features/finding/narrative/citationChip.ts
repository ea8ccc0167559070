/** The chip of a citation in the text: one character to the editor, one footnote in the report. */
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import type { CitationId } from '../../../../shared/kernel/ids.ts';
import type { ChipLabels } from './chipLabels.ts';
import { CITATION_ATTRIBUTE, citationOf } from './schema.ts';

export function citationChip(labels: ChipLabels, onOpen: (id: CitationId) => void): (node: Node) => NodeView {
  return node => {
    const id = citationOf(node);
    const dom = document.createElement('span');
    dom.setAttribute(CITATION_ATTRIBUTE, id);
    dom.setAttribute('role', 'button');
    const draw = () => {
      const label = labels.get(id);
      dom.className = label ? `narrative-chip narrative-chip-${label.bearing}` : 'narrative-chip narrative-chip-lost';
      dom.textContent = label?.name ?? 'withdrawn citation';
      dom.title = label
        ? `“${label.quote}”`
        : 'Its citation was withdrawn. Take the chip out, or bring the citation back.';
    };
    draw();
    const stop = labels.watch(draw);
    const opened = () => {
      if (labels.get(id)) onOpen(id);
    };
    dom.addEventListener('click', opened);
    return {
      dom,
      destroy: stop,
      // Its text is drawn by us; the editor must not read it as typing.
      ignoreMutation: () => true,
    };
  };
}
