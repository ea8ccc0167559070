import { Trash2 } from 'lucide-react';
import type { SceneNote } from '../../../../shared/domain/chart/index.ts';
import { Button, Segmented, TextArea } from '../../../ui/index.ts';
import { type ChartActions, NEW_NOTE } from '../state/chartActions.ts';

const widths = [
  { value: '140', label: 'Narrow' },
  { value: '200', label: 'Middle' },
  { value: '320', label: 'Wide' },
];

/** A note on the canvas: its words, its width. It is dragged like an entity, or moved by Alt and the arrows. */
export function NoteInspector({ note, actions }: { note: SceneNote; actions: ChartActions }) {
  return (
    <div className="chart-inspector-head">
      <TextArea
        key={note.id}
        label="Note"
        value={note.text}
        maxLength={4000}
        // A new one is written at once; whoever walks over one with the arrows stays on the canvas.
        autoFocus={note.text === NEW_NOTE}
        onCommit={text => (text.trim() === '' ? actions.removeNote(note.id) : actions.changeNote(note.id, text))}
      />
      <Segmented
        label="Width of the note"
        options={widths}
        value={String(note.width)}
        onChange={width => actions.widenNote(note.id, Number(width))}
      />
      <Button kind="quiet" icon={Trash2} onPress={() => actions.removeNote(note.id)}>
        Remove the note
      </Button>
    </div>
  );
}
