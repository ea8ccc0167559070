/** The text of a page as it stands in the DOM, with the way from offsets to nodes, to rectangles, and back. */
import { type AnchorText, prepareText, type TextSpan } from '../landing.ts';

export interface LayerText {
  text: string;
  /** The same, made ready for many searches; on first use. */
  readonly prepared: AnchorText;
  nodes: { node: Text; start: number }[];
}

/** Reads a layer in document order; `<br>` ends a line. Find's own highlight spans inside it do no harm. */
export function readLayer(root: Node): LayerText {
  const nodes: LayerText['nodes'] = [];
  let text = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof HTMLBRElement) {
      text += '\n';
    }
  }
  let prepared: AnchorText | null = null;
  return {
    text,
    nodes,
    get prepared() {
      prepared ??= prepareText(text);
      return prepared;
    },
  };
}

/** One DOM range for each text node that the offsets touch: a range over elements would also give the elements' boxes. */
export function rangesOf(layer: LayerText, { start, end }: TextSpan): Range[] {
  const ranges: Range[] = [];
  for (const { node, start: nodeStart } of layer.nodes) {
    const from = Math.max(0, start - nodeStart);
    const to = Math.min(node.length, end - nodeStart);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  }
  return ranges;
}

/** The boxes of the words in client pixels, neighbours on a line joined. */
export function clientRectsOf(layer: LayerText, span: TextSpan): DOMRect[] {
  const rects = rangesOf(layer, span).flatMap(range => [...range.getClientRects()]);
  return joinOnLines(rects.filter(rect => rect.width > 0.5 && rect.height > 0.5));
}

/** What of the layer a DOM range covers, or null where it covers none of it. */
export function offsetsOf(layer: LayerText, range: Range): TextSpan | null {
  let start = -1;
  let end = -1;
  for (const { node, start: nodeStart } of layer.nodes) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from >= to) continue;
    if (start < 0) start = nodeStart + from;
    end = nodeStart + to;
  }
  return start < 0 ? null : { start, end };
}

/** Joins boxes that lie on one line and touch: words that a document draws letter by letter become one bar. */
export function joinOnLines(rects: readonly DOMRect[]): DOMRect[] {
  const joined: DOMRect[] = [];
  for (const rect of rects) {
    const last = joined.at(-1);
    if (last !== undefined && touches(last, rect)) joined[joined.length - 1] = union(last, rect);
    else joined.push(rect);
  }
  return joined;
}

function touches(a: DOMRect, b: DOMRect): boolean {
  const across = Math.min(a.height, b.height);
  const along = Math.min(a.width, b.width);
  const sameRow =
    Math.abs(a.top + a.bottom - b.top - b.bottom) < across && gap(a.left, a.right, b.left, b.right) < across;
  const sameColumn =
    Math.abs(a.left + a.right - b.left - b.right) < along * 0.5 && gap(a.top, a.bottom, b.top, b.bottom) < 1;
  return sameRow || (sameColumn && along * 2 < Math.max(a.height, b.height) && Math.abs(a.width - b.width) < 2);
}

function gap(startA: number, endA: number, startB: number, endB: number): number {
  return Math.max(startA, startB) - Math.min(endA, endB);
}

function union(a: DOMRect, b: DOMRect): DOMRect {
  const x = Math.min(a.left, b.left);
  const y = Math.min(a.top, b.top);
  return new DOMRect(x, y, Math.max(a.right, b.right) - x, Math.max(a.bottom, b.bottom) - y);
}
