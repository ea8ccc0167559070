/** One slide, or its notes, of a PPTX presentation as reading text: shapes in the order of the file, tables as rows. */
import { openTextBlocks } from '../office/textBlocks.ts';
import { type XmlAttributes, walkXml } from '../../text/xmlWalk.ts';

export interface SlideText {
  text: string;
  isHidden: boolean;
  /** The first title of the slide. */
  title: string;
  isWhole: boolean;
}

export interface SlideContext {
  /** Text of charts and diagrams by relationship id. */
  drawn: ReadonlyMap<string, string>;
  /** Kinds of placeholders that are left out. */
  leaveOut: ReadonlySet<string>;
}

/** A layout or a master holds samples ("Click to edit Master title style") in its placeholders, and real words beside them. */
export const EVERY_PLACEHOLDER = 'every';

export function readSlide(bytes: Uint8Array, { drawn, leaveOut }: SlideContext): SlideText {
  const blocks = openTextBlocks();
  const titles: string[] = [];
  let isHidden = false;
  let line = '';
  let inText = false;
  let placeholder = '';
  let isPlaceholder = false;
  let cellDepth = 0;
  let fallback = 0;
  const chosen: boolean[] = [];
  const isLeftOut = () => isPlaceholder && (leaveOut.has(EVERY_PLACEHOLDER) || leaveOut.has(placeholder));

  function open(name: string, attributes: XmlAttributes): void {
    if (name === 'mc:AlternateContent') chosen.push(false);
    else if (name === 'mc:Choice') chosen[chosen.length - 1] = true;
    else if (name === 'mc:Fallback' && (fallback > 0 || chosen.at(-1) === true)) fallback += 1;
    if (fallback > 0) return;
    inText = name === 'a:t' || name === 'm:t';
    switch (name) {
      case 'p:sld':
        isHidden = attributes.show === '0' || attributes.show === 'false';
        break;
      case 'p:sp':
      case 'p:graphicFrame':
      case 'p:pic':
        isPlaceholder = false;
        placeholder = '';
        break;
      case 'p:cNvPr': {
        const words = (attributes.descr ?? '').replace(/\s+/g, ' ').trim();
        if (words !== '') blocks.add(`[${words}]`);
        break;
      }
      case 'p:ph':
        isPlaceholder = true;
        placeholder = attributes.type ?? 'body';
        break;
      case 'a:br':
        line += '\n';
        break;
      case 'a:tab':
        line += '\t';
        break;
      case 'a:tbl':
        blocks.openTable();
        break;
      case 'a:tc':
        cellDepth += 1;
        blocks.open();
        break;
      case 'c:chart':
      case 'dgm:relIds': {
        const text = drawn.get(attributes['r:id'] ?? attributes['r:dm'] ?? '');
        if (text !== undefined) blocks.add(text);
      }
    }
  }

  function close(name: string): void {
    inText = false;
    if (name === 'mc:AlternateContent') chosen.pop();
    if (fallback > 0) {
      if (name === 'mc:Fallback') fallback -= 1;
      return;
    }
    if (name === 'a:p') {
      const words = line.trimEnd();
      line = '';
      if (isLeftOut()) return;
      if (/^(ctrTitle|title)$/.test(placeholder) && isPlaceholder && words.trim() !== '') titles.push(words.trim());
      blocks.add(words, cellDepth === 0);
    } else if (name === 'p:txBody') blocks.gap();
    else if (name === 'a:tc') {
      cellDepth -= 1;
      blocks.addCell(blocks.close('\n'));
    } else if (name === 'a:tr') blocks.endRow();
    else if (name === 'a:tbl') blocks.closeTable();
  }

  const isWhole = walkXml(bytes, {
    open,
    close,
    text(data) {
      if (inText && fallback === 0) line += data;
    },
  });
  return { text: blocks.end(), isHidden, title: titles.join(' '), isWhole };
}
