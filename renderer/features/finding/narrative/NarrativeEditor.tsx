/** The narrative of a finding: text with citation chips that become footnotes. Saved without a button. */
import { type ReactNode, type Ref, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { FindingView } from '../../../../shared/domain/finding.ts';
import type { CitationId } from '../../../../shared/kernel/ids.ts';
import { bracketQuery, closeBracket, openBracket } from './bracketMenu.ts';
import { type CitationOption, citationOptions, matchingCitations } from './citationMatches.ts';
import { CitationSuggest } from './CitationSuggest.tsx';
import { insertCitation, toggleFormat } from './editing.ts';
import { NarrativeToolbar } from './NarrativeToolbar.tsx';
import { useNarrativeEditor } from './useNarrativeEditor.ts';
import './narrative.css';

export interface NarrativeHandle {
  insertCitation(id: CitationId): void;
}

export interface NarrativeEditorProps {
  finding: FindingView;
  /** A chip was pressed: show its words. */
  onOpen(id: CitationId): void;
  ref?: Ref<NarrativeHandle>;
  /** What follows the text on the same sheet. */
  children?: ReactNode;
}

export function NarrativeEditor({ finding, onOpen, ref, children }: NarrativeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [active, setActive] = useState(0);
  const options = useMemo(() => citationOptions(finding), [finding]);
  const onMenuKey = (event: KeyboardEvent) => menuKey(event);
  const { view, state, saving, flush } = useNarrativeEditor(finding, options, place, { onOpen, onMenuKey });

  const menu = state && bracketQuery(state);
  const fitting = menu ? matchingCitations(options, menu.query) : [];
  const at = Math.min(active, Math.max(0, fitting.length - 1));

  function take(option: CitationOption): void {
    const editor = view.current;
    const open = editor && bracketQuery(editor.state);
    if (!editor || !open) return;
    editor.dispatch(
      closeBracket(insertCitation(editor.state, option.citation.id, open.from, editor.state.selection.head)),
    );
    editor.focus();
    setActive(0);
  }

  function menuKey(event: KeyboardEvent): boolean {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = fitting[at];
    if (move !== undefined && fitting.length > 0) setActive((at + move + fitting.length) % fitting.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && option) take(option);
    else return false;
    return true;
  }

  function dispatch(run: (editor: NonNullable<typeof view.current>) => void): void {
    const editor = view.current;
    if (!editor) return;
    run(editor);
    editor.focus();
  }

  useImperativeHandle(ref, () => ({
    insertCitation: id => dispatch(editor => editor.dispatch(insertCitation(editor.state, id))),
  }));

  const anchor = menu && view.current ? caretBox(view.current, menu.from) : null;
  return (
    <div className="narrative">
      <NarrativeToolbar
        state={state}
        saving={saving}
        onFormat={format => dispatch(editor => toggleFormat(format)(editor.state, editor.dispatch, editor))}
        onCite={() => dispatch(editor => editor.dispatch(openBracket(editor.state.tr)))}
        onRetry={flush}
      />
      <div className="narrative-paper">
        {state && isBlank(state.doc.childCount, state.doc.content.size) && (
          <p className="narrative-hint" aria-hidden>
            Tell what the evidence shows, in order. Type [ to cite.
          </p>
        )}
        <div ref={place} />
        {children}
      </div>
      {menu && anchor && (
        <CitationSuggest
          id={listId}
          options={fitting}
          active={at}
          anchor={anchor}
          none={options.length === 0}
          onActive={setActive}
          onTake={take}
          onClose={() => view.current?.dispatch(closeBracket(view.current.state.tr))}
        />
      )}
    </div>
  );
}

/** A document of one empty paragraph measures two. */
function isBlank(blocks: number, size: number): boolean {
  return blocks === 1 && size === 2;
}

function caretBox(view: NonNullable<ReturnType<typeof useNarrativeEditor>['view']['current']>, position: number) {
  try {
    const { left, top, bottom } = view.coordsAtPos(position);
    return { left, top, right: left, bottom };
  } catch {
    // Between a change of the text and its drawing there may be no place for it yet.
    return null;
  }
}
