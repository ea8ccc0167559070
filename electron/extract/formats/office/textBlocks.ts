/**
 * Gathers paragraphs, lists, tables and text boxes as reading text while a document is walked: paragraphs with an empty
 * line between them, points of a list and rows of a table on lines of their own, cells separated by tabs.
 */

interface Block {
  text: string;
  /** Follows the block before it without an empty line. */
  isLine: boolean;
  endsGroup?: boolean;
}

interface Frame {
  blocks: Block[];
  rows: string[];
  cells: string[];
}

export function openTextBlocks() {
  const frames: Frame[] = [{ blocks: [], rows: [], cells: [] }];
  const top = () => frames.at(-1) ?? newFrame();

  function newFrame(): Frame {
    const frame: Frame = { blocks: [], rows: [], cells: [] };
    frames.push(frame);
    return frame;
  }

  function close(separator: '\n' | '\n\n'): string {
    const frame = frames.length > 1 ? frames.pop() : frames[0];
    if (frame === undefined) return '';
    const text = joinBlocks(frame.blocks, separator);
    if (frames.length === 1 && frame === frames[0]) frame.blocks = [];
    return text;
  }

  return {
    /** Something that holds paragraphs of its own: a cell, a text box, a note. */
    open(): void {
      newFrame();
    },
    close,
    add(text: string, isLine = false): void {
      if (text.trim() !== '' || text.includes('\f')) top().blocks.push({ text, isLine });
    },
    /** What follows is parted by an empty line, even if both are lines. */
    gap(): void {
      const last = top().blocks.at(-1);
      if (last !== undefined) last.endsGroup = true;
    },
    openTable(): void {
      newFrame();
    },
    addCell(text: string): void {
      top().cells.push(text);
    },
    endRow(): void {
      const frame = top();
      const row = frame.cells.join('\t').replace(/\t+$/, '');
      if (row.trim() !== '') frame.rows.push(row);
      frame.cells = [];
    },
    /** The table becomes a block of what holds it. */
    closeTable(): void {
      const frame = frames.length > 1 ? frames.pop() : undefined;
      const text = frame?.rows.join('\n') ?? '';
      if (text !== '') top().blocks.push({ text, isLine: false });
    },
    end(): string {
      while (frames.length > 1) {
        const text = close('\n\n');
        if (text !== '') top().blocks.push({ text, isLine: false });
      }
      return close('\n\n');
    },
  };
}

export type TextBlocks = ReturnType<typeof openTextBlocks>;

function joinBlocks(blocks: readonly Block[], separator: string): string {
  const pieces: string[] = [];
  blocks.forEach((block, at) => {
    const before = blocks[at - 1];
    if (before !== undefined && !before.text.endsWith('\f')) {
      const followsLine = block.isLine && before.isLine && before.endsGroup !== true;
      pieces.push(followsLine ? '\n' : separator);
    }
    pieces.push(block.text);
  });
  return pieces.join('');
}
