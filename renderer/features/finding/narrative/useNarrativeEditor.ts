/** The life of one editor: made with the finding's words, saved as they change, taken down with nothing unsaved. */
import { EditorState, NodeSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FindingView } from '../../../../shared/domain/finding.ts';
import type { CitationId } from '../../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../../api/index.ts';
import { draggedCitation } from '../../citation/index.ts';
import { bracketMenu } from './bracketMenu.ts';
import { ChipLabels } from './chipLabels.ts';
import { citationChip } from './citationChip.ts';
import type { CitationOption } from './citationMatches.ts';
import { cleanPaste } from './cleanPaste.ts';
import { editingPlugins, insertCitation } from './editing.ts';
import { plainNarrative, toDocument, toNarrative } from './mapping.ts';
import { NarrativeSaver, type SavingState } from './narrativeSaver.ts';
import { citationOf, narrativeSchema } from './schema.ts';
import 'prosemirror-view/style/prosemirror.css';

export interface NarrativeEditing {
  view: RefObject<EditorView | null>;
  /** The state last drawn. */
  state: EditorState | null;
  saving: SavingState;
  flush(): void;
}

export interface NarrativeHooks {
  onOpen(id: CitationId): void;
  /** Keys while the bracket menu is open; true if it took them. */
  onMenuKey(event: KeyboardEvent): boolean;
}

export function useNarrativeEditor(
  finding: FindingView,
  options: readonly CitationOption[],
  place: RefObject<HTMLDivElement | null>,
  hooks: NarrativeHooks,
): NarrativeEditing {
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [saving, setSaving] = useState<SavingState>({ kind: 'saved' });
  const [labels] = useState(() => new ChipLabels());
  const saver = useRef<NarrativeSaver | null>(null);
  /** When what stands here was put on record; an older reading that arrives late must not take it back. */
  const recordedAt = useRef('');
  const latest = useRef({ hooks, narrative: finding.narrative });
  latest.current = { hooks, narrative: finding.narrative };
  const { id: findingId } = finding;

  useEffect(() => {
    if (!place.current) return;
    let shown = true;
    const saving = new NarrativeSaver({
      save: async narrative => {
        const { changedAt } = await call('finding.update', { findingId, narrative });
        recordedAt.current = changedAt;
      },
      reportOf,
      changed: next => shown && setSaving(next),
    });
    const editor = new EditorView(place.current, {
      state: EditorState.create({
        doc: toDocument(latest.current.narrative),
        plugins: [bracketMenu(event => latest.current.hooks.onMenuKey(event)), ...editingPlugins()],
      }),
      nodeViews: { citation: citationChip(labels, id => latest.current.hooks.onOpen(id)) },
      attributes: {
        'aria-label': 'Narrative',
        'aria-multiline': 'true',
        role: 'textbox',
        spellcheck: 'false',
        dir: 'auto',
        class: 'narrative-text',
      },
      dispatchTransaction: transaction => {
        const next = editor.state.apply(transaction);
        editor.updateState(next);
        setState(next);
        if (transaction.docChanged && !transaction.getMeta(FROM_RECORD)) saving.schedule(() => toNarrative(next.doc));
      },
      handleKeyDown: (view, event) => {
        const { selection } = view.state;
        if (
          event.key !== 'Enter' ||
          !(selection instanceof NodeSelection) ||
          selection.node.type !== narrativeSchema.nodes.citation
        )
          return false;
        latest.current.hooks.onOpen(citationOf(selection.node));
        return true;
      },
      transformPastedHTML: cleanPaste,
      handleDrop: (_, event) => dropCitation(editor, event),
      handleDOMEvents: {
        blur: () => {
          void saving.flush();
        },
      },
    });
    view.current = editor;
    saver.current = saving;
    setState(editor.state);
    const leave = () => void saving.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      shown = false;
      window.removeEventListener('pagehide', leave);
      void saving.flush();
      editor.destroy();
      view.current = null;
    };
  }, [findingId, labels, place]);

  useEffect(() => {
    labels.set(
      new Map(
        options.map(({ citation, name }) => [citation.id, { name, quote: citation.quote, bearing: citation.bearing }]),
      ),
    );
  }, [labels, options]);

  // Words that changed elsewhere (an undo, another window) are taken over unless something newer stands here.
  useEffect(() => {
    const editor = view.current;
    if (!editor || saver.current?.dirty || finding.changedAt < recordedAt.current) return;
    const recorded = plainNarrative(finding.narrative);
    if (JSON.stringify(recorded) === JSON.stringify(toNarrative(editor.state.doc))) return;
    const { tr, doc } = editor.state;
    editor.dispatch(
      tr
        .replaceWith(0, doc.content.size, toDocument(recorded).content)
        .setMeta(FROM_RECORD, true)
        .setMeta('addToHistory', false),
    );
  }, [finding.narrative, finding.changedAt]);

  return { view, state, saving, flush: () => void saver.current?.flush() };
}

const FROM_RECORD = 'from-record';

function dropCitation(editor: EditorView, event: DragEvent): boolean {
  const id = draggedCitation(event.dataTransfer);
  const at = id && editor.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!id || !at) return false;
  event.preventDefault();
  editor.dispatch(insertCitation(editor.state, id, at.pos, at.pos));
  editor.focus();
  return true;
}
