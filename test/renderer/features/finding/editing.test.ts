import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import {
  bracketMenu,
  bracketQuery,
  closeBracket,
  openBracket,
} from '../../../../renderer/features/finding/narrative/bracketMenu.ts';
import {
  editingPlugins,
  insertCitation,
  isActive,
  toggleFormat,
} from '../../../../renderer/features/finding/narrative/editing.ts';
import { toDocument, toNarrative } from '../../../../renderer/features/finding/narrative/mapping.ts';
import type { Narrative } from '../../../../shared/domain/narrative.ts';
import type { CitationId } from '../../../../shared/kernel/ids.ts';

const citationId = 'cit-01890000-0000-7000-8000-000000000001' as CitationId;
const paragraph = (text: string): Narrative => [{ type: 'paragraph', runs: [{ type: 'text', text }] }];

function stateWith(narrative: Narrative, cursor?: number): EditorState {
  const doc = toDocument(narrative);
  return EditorState.create({
    doc,
    selection: TextSelection.create(doc, cursor ?? doc.content.size - 1),
    plugins: [bracketMenu(() => false), ...editingPlugins()],
  });
}

function after(state: EditorState, ...formats: Parameters<typeof toggleFormat>[0][]): EditorState {
  let now = state;
  for (const format of formats) toggleFormat(format)(now, transaction => (now = now.apply(transaction)));
  return now;
}

test('a chip goes in at the cursor and is one footnote call', () => {
  const state = stateWith(paragraph('Seen at sea.'), 8);
  const done = state.apply(insertCitation(state, citationId));
  expect(toNarrative(done.doc)).toEqual([
    {
      type: 'paragraph',
      runs: [
        { type: 'text', text: 'Seen at' },
        { type: 'citation', citationId },
        { type: 'text', text: ' sea.' },
      ],
    },
  ]);
});

test('a bracket asks with what is typed behind it, and the chip takes the place of both', () => {
  let state = stateWith(paragraph('At sea '));
  state = state.apply(openBracket(state.tr));
  state = state.apply(state.tr.insertText('ex 3'));
  expect(bracketQuery(state)).toEqual({ from: 8, query: 'ex 3' });
  state = state.apply(closeBracket(insertCitation(state, citationId, 8, state.selection.head)));
  expect(toNarrative(state.doc)).toEqual([
    {
      type: 'paragraph',
      runs: [
        { type: 'text', text: 'At sea ' },
        { type: 'citation', citationId },
      ],
    },
  ]);
  expect(bracketQuery(state)).toBeNull();
});

test('a closed bracket, a step before it, or leaving keeps the words as typed', () => {
  let state = stateWith(paragraph('a '));
  state = state.apply(openBracket(state.tr));
  const closed = state.apply(state.tr.insertText('sic]'));
  expect(bracketQuery(closed)).toBeNull();
  expect(bracketQuery(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1))))).toBeNull();
  expect(bracketQuery(state.apply(state.tr.delete(3, 4)))).toBeNull();
  const left = state.apply(closeBracket(state.tr));
  expect([bracketQuery(left), left.doc.textContent]).toEqual([null, 'a [']);
});

test('words typed before an open bracket move it along', () => {
  let state = stateWith(paragraph('a '));
  state = state.apply(openBracket(state.tr));
  state = state.apply(state.tr.insertText('xx', 1));
  expect(bracketQuery(state)?.from).toBe(5);
});

test('lists, headings and emphasis are put on and taken off', () => {
  const start = stateWith(paragraph('a'));
  const list = after(start, 'bullet');
  expect(toNarrative(list.doc)).toEqual([{ type: 'list', ordered: false, items: [[{ type: 'text', text: 'a' }]] }]);
  expect([isActive(list, 'bullet'), isActive(list, 'ordered')]).toEqual([true, false]);
  expect(toNarrative(after(list, 'ordered').doc)).toEqual([
    { type: 'list', ordered: true, items: [[{ type: 'text', text: 'a' }]] },
  ]);
  expect(toNarrative(after(list, 'bullet').doc)).toEqual(paragraph('a'));
  expect(toNarrative(after(start, 'heading').doc)).toEqual([{ type: 'heading', runs: [{ type: 'text', text: 'a' }] }]);
  expect(toNarrative(after(start, 'heading', 'heading').doc)).toEqual(paragraph('a'));
  const whole = start.apply(start.tr.setSelection(TextSelection.create(start.doc, 1, 2)));
  expect(toNarrative(after(whole, 'strong', 'em').doc)).toEqual([
    { type: 'paragraph', runs: [{ type: 'text', text: 'a', bold: true, italic: true }] },
  ]);
});
