/** Keys, commands and plugins of the narrative; nothing here knows the window. */
import { baseKeymap, chainCommands, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, NodeSelection, type Plugin, type Transaction } from 'prosemirror-state';
import type { CitationId } from '../../../../shared/kernel/ids.ts';
import { narrativeSchema } from './schema.ts';

const { nodes, marks } = narrativeSchema;

export const formats = ['strong', 'em', 'heading', 'bullet', 'ordered'] as const;
export type Format = (typeof formats)[number];

export function toggleFormat(format: Format): Command {
  switch (format) {
    case 'strong':
    case 'em':
      return toggleMark(marks[format]);
    case 'heading':
      return (state, dispatch) =>
        setBlockType(isActive(state, 'heading') ? nodes.paragraph : nodes.heading)(state, dispatch);
    case 'bullet':
      return toggleList(nodes.bullet_list);
    case 'ordered':
      return toggleList(nodes.ordered_list);
  }
}

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const list = listAround(state);
    if (list?.type === type) return liftListItem(nodes.list_item)(state, dispatch);
    if (!list) return wrapInList(type)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.position, type));
    return true;
  };
}

function listAround({ selection: { $from } }: EditorState): { type: NodeType; position: number } | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === nodes.bullet_list || type === nodes.ordered_list) return { type, position: $from.before(depth) };
  }
  return null;
}

export function isActive(state: EditorState, format: Format): boolean {
  switch (format) {
    case 'strong':
    case 'em':
      return hasMark(state, marks[format]);
    case 'heading':
      return state.selection.$from.parent.type === nodes.heading;
    case 'bullet':
      return listAround(state)?.type === nodes.bullet_list;
    case 'ordered':
      return listAround(state)?.type === nodes.ordered_list;
  }
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

/** Puts a chip over `from`–`to` (the selection if not given) and the cursor behind it. */
export function insertCitation(state: EditorState, citationId: CitationId, from?: number, to?: number): Transaction {
  const { selection } = state;
  // A chip that is selected stays: the new one goes behind it.
  const start = from ?? (selection instanceof NodeSelection ? selection.to : selection.from);
  return state.tr.replaceWith(start, to ?? selection.to, nodes.citation.create({ citationId })).scrollIntoView();
}

export function editingPlugins(): Plugin[] {
  return [
    inputRules({
      rules: [
        textblockTypeInputRule(/^#{1,6}\s$/, nodes.heading),
        wrappingInputRule(/^\s*[-+*]\s$/, nodes.bullet_list),
        wrappingInputRule(/^\s*1[.)]\s$/, nodes.ordered_list),
      ],
    }),
    keymap({
      // With nothing to take back here the key ends here: the next undo of the case lies outside what is being typed.
      'Mod-z': chainCommands(undo, () => true),
      'Mod-y': chainCommands(redo, () => true),
      'Shift-Mod-z': chainCommands(redo, () => true),
      'Mod-b': toggleFormat('strong'),
      'Mod-i': toggleFormat('em'),
      'Mod-Alt-1': toggleFormat('heading'),
      'Shift-Mod-8': toggleFormat('bullet'),
      'Shift-Mod-7': toggleFormat('ordered'),
      Enter: splitListItem(nodes.list_item),
      Backspace: chainCommands(headingToParagraph, liftAtStart),
    }),
    keymap(baseKeymap),
    history(),
  ];
}

/** Backspace at the start of a heading makes it a paragraph again, rather than joining it to the one before. */
const headingToParagraph: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type !== nodes.heading) return false;
  return setBlockType(nodes.paragraph)(state, dispatch);
};

const liftAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || !listAround(state)) return false;
  return liftListItem(nodes.list_item)(state, dispatch);
};
