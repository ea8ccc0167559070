import { Bold, Heading, Italic, List, ListOrdered, type LucideIcon, TextQuote } from 'lucide-react';
import type { EditorState } from 'prosemirror-state';
import { Button, IconButton, Toolbar } from '../../../ui/index.ts';
import type { SavingState } from './narrativeSaver.ts';
import { type Format, isActive } from './editing.ts';

const tools: { format: Format; icon: LucideIcon; label: string; shortcut: string }[] = [
  { format: 'strong', icon: Bold, label: 'Bold', shortcut: 'Mod+B' },
  { format: 'em', icon: Italic, label: 'Italic', shortcut: 'Mod+I' },
  { format: 'heading', icon: Heading, label: 'Heading', shortcut: 'Mod+Alt+1' },
  { format: 'bullet', icon: List, label: 'Bulleted list', shortcut: 'Mod+Shift+8' },
  { format: 'ordered', icon: ListOrdered, label: 'Numbered list', shortcut: 'Mod+Shift+7' },
];

export interface NarrativeToolbarProps {
  state: EditorState | null;
  saving: SavingState;
  onFormat(format: Format): void;
  onCite(): void;
  onRetry(): void;
}

export function NarrativeToolbar({ state, saving, onFormat, onCite, onRetry }: NarrativeToolbarProps) {
  return (
    <Toolbar label="Narrative">
      {tools.map(({ format, icon, label, shortcut }) => (
        <IconButton
          key={format}
          icon={icon}
          label={label}
          shortcut={shortcut}
          pressed={state !== null && isActive(state, format)}
          onPress={() => onFormat(format)}
        />
      ))}
      <Button kind="quiet" icon={TextQuote} shortcut="[" onPress={onCite}>
        Cite
      </Button>
      <SavingWords saving={saving} onRetry={onRetry} />
    </Toolbar>
  );
}

function SavingWords({ saving, onRetry }: { saving: SavingState; onRetry(): void }) {
  if (saving.kind === 'failed') {
    return (
      <span className="narrative-saving narrative-saving-failed" role="alert">
        Not saved: {saving.error.sentence} <Button onPress={onRetry}>Try again</Button>
      </span>
    );
  }
  return (
    <span className="narrative-saving" role="status">
      {saving.kind === 'saved' ? 'Saved' : 'Saving …'}
    </span>
  );
}
