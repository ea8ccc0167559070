/** Searches kept by name, as rows; each runs again at a press. */
import { BookmarkPlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CaseId, SavedSearchId } from '../../../shared/kernel/ids.ts';
import { call, reportOf, useCommand, useQuery } from '../../api/index.ts';
import { Button, Failed, IconButton, Popover, TextField } from '../../ui/index.ts';
import { useToast, useUndo } from '../../workbench/index.ts';
import './SavedSearches.css';

export function SavedSearches({ caseId, query, onRun }: { caseId: CaseId; query: string; onRun(query: string): void }) {
  const { data, error, refetch } = useQuery('search.saved', { caseId });
  const undo = useUndo();
  const toast = useToast();
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data || data.length === 0) return null;
  const forget = async (one: (typeof data)[number]) => {
    let id: SavedSearchId = one.id;
    const again = async () => {
      id = (await call('search.save', { caseId, name: one.name, query: one.query })).id;
    };
    const drop = async () => void (await call('search.forget', { id }));
    try {
      await drop();
      undo.push({ label: `forgetting the search ${one.name}`, undo: again, redo: drop });
      toast({ text: `Search “${one.name}” forgotten.`, undo: true });
    } catch (failure) {
      toast({ text: reportOf(failure).sentence, kind: 'problem' });
    }
  };
  return (
    <section className="saved-searches" aria-label="Saved searches">
      <h2>Saved</h2>
      <ul>
        {data.map(one => (
          <li key={one.id} className="saved-search">
            <button
              type="button"
              aria-current={one.query === query || undefined}
              title={`${one.query}, saved ${one.savedAt.slice(0, 10)}`}
              onClick={() => onRun(one.query)}
            >
              <span className="one-line">{one.name}</span>
              <span className="saved-search-query one-line">{one.query}</span>
            </button>
            <IconButton icon={X} label={`Forget the search ${one.name}`} size={13} onPress={() => void forget(one)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SaveSearch({ caseId, query }: { caseId: CaseId; query: string }) {
  const [name, setName] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const save = useCommand('search.save');
  const undo = useUndo();
  const keep = async (called: string) => {
    try {
      let { id } = await save.run({ caseId, name: called, query });
      setName(null);
      undo.push({
        label: `saving the search ${called}`,
        undo: async () => void (await call('search.forget', { id })),
        redo: async () => {
          id = (await call('search.save', { caseId, name: called, query })).id;
        },
      });
    } catch {
      // Shown in the pop-over.
    }
  };
  return (
    <>
      <Button ref={button} kind="quiet" icon={BookmarkPlus} onPress={() => setName(query.slice(0, 120))}>
        Save
      </Button>
      <Popover
        open={name !== null}
        onClose={() => setName(null)}
        anchor={button}
        label="Save this search"
        placement="below-end"
      >
        <form
          className="save-search"
          onSubmit={event => {
            event.preventDefault();
            if (name?.trim()) void keep(name.trim());
          }}
        >
          <TextField
            label="Name of this search"
            value={name ?? ''}
            onChange={setName}
            maxLength={120}
            problem={save.error}
          />
          <Button kind="primary" type="submit" busy={save.running} disabled={!name?.trim()}>
            Save
          </Button>
        </form>
      </Popover>
    </>
  );
}
