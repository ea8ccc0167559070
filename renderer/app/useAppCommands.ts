import { togglePane } from '../ui/index.ts';
import { type Command, type Place, useCommands, useNavigate, useUndo } from '../workbench/index.ts';
import type { Sheet } from './Shell.tsx';

/** What can be done from everywhere. */
export function useAppCommands(places: readonly Place[], onSheet: (sheet: Sheet) => void): void {
  const navigate = useNavigate();
  const undo = useUndo();
  const goTo: Command[] = places.map(place => ({
    id: `place.${place.id}`,
    title: `Go to ${place.label}`,
    section: 'Go to',
    shortcut: place.shortcut,
    run: () => navigate.go({ place: place.id }),
  }));
  useCommands([
    { id: 'app.palette', title: 'Search or do …', section: 'Window', shortcut: 'Mod+K', run: () => onSheet('palette') },
    ...goTo,
    {
      id: 'app.back',
      title: 'Back',
      section: 'Go to',
      shortcut: 'Alt+ArrowLeft',
      when: navigate.canBack,
      run: navigate.back,
    },
    {
      id: 'app.forward',
      title: 'Forward',
      section: 'Go to',
      shortcut: 'Alt+ArrowRight',
      when: navigate.canForward,
      run: navigate.forward,
    },
    {
      id: 'app.undo',
      title: undo.next ? `Undo: ${undo.next}` : 'Undo',
      section: 'Edit',
      shortcut: 'Mod+Z',
      when: undo.next !== null,
      run: () => void undo.undo(),
    },
    {
      id: 'app.redo',
      title: undo.nextRedo ? `Redo: ${undo.nextRedo}` : 'Redo',
      section: 'Edit',
      shortcut: 'Mod+Shift+Z',
      when: undo.nextRedo !== null,
      run: () => void undo.redo(),
    },
    {
      id: 'app.togglePane.left',
      title: 'Show or hide the list',
      section: 'Window',
      shortcut: 'Mod+B',
      run: () => togglePane('left'),
    },
    {
      id: 'app.togglePane.right',
      title: 'Show or hide the inspector',
      section: 'Window',
      shortcut: 'Mod+I',
      run: () => togglePane('right'),
    },
    { id: 'app.settings', title: 'Settings', section: 'Window', shortcut: 'Mod+,', run: () => onSheet('settings') },
    {
      id: 'app.keyboard',
      title: 'Keyboard shortcuts',
      section: 'Window',
      shortcut: '?',
      run: () => onSheet('keyboard'),
    },
  ]);
}
