/** Typing `[` asks for a citation: what follows it up to the cursor is the query, until one is taken or it is left. */
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';

export interface BracketQuery {
  /** Where the bracket stands. */
  from: number;
  query: string;
}

const LONGEST_QUERY = 60;
const key = new PluginKey<BracketQuery | null>('bracket-menu');

export function bracketQuery(state: EditorState): BracketQuery | null {
  return key.getState(state) ?? null;
}

/** Leaves the menu; the bracket stays as a letter. */
export function closeBracket(transaction: Transaction): Transaction {
  return transaction.setMeta(key, 'close');
}

/** Writes a bracket at the cursor and opens the menu. */
export function openBracket(transaction: Transaction): Transaction {
  const { from } = transaction.selection;
  return transaction.insertText('[').setMeta(key, { open: from });
}

export function bracketMenu(onKey: (event: KeyboardEvent) => boolean): Plugin<BracketQuery | null> {
  return new Plugin<BracketQuery | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, held, _, state) => {
        const told: unknown = transaction.getMeta(key);
        if (told === 'close') return null;
        const from = openedAt(told) ?? (held ? transaction.mapping.map(held.from, -1) : null);
        return from === null ? null : readQuery(state, from);
      },
    },
    props: {
      handleTextInput: (view, from, to, text) => {
        if (text !== '[') return false;
        view.dispatch(view.state.tr.insertText('[', from, to).setMeta(key, { open: from }));
        return true;
      },
      handleKeyDown: (view, event) => {
        if (!bracketQuery(view.state)) return false;
        if (event.key === 'Escape') {
          view.dispatch(closeBracket(view.state.tr));
          return true;
        }
        return onKey(event);
      },
    },
  });
}

function openedAt(told: unknown): number | null {
  return typeof told === 'object' && told !== null && 'open' in told && typeof told.open === 'number'
    ? told.open
    : null;
}

function readQuery({ selection, doc }: EditorState, from: number): BracketQuery | null {
  const { head, empty, $head } = selection;
  if (!empty || head <= from || head - from > LONGEST_QUERY || from < $head.start()) return null;
  const text = doc.textBetween(from, head, '\n', '\ufffc');
  if (!text.startsWith('[') || /[\]\n\ufffc]/.test(text)) return null;
  return { from, query: text.slice(1) };
}
