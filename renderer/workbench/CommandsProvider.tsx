import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Command, CommandRegistry } from './commandRegistry.ts';
import { isTyping, matchPress } from './shortcuts.ts';

const CommandsContext = createContext<CommandRegistry | null>(null);

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1200;

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  useKeyboard(registry);
  return <CommandsContext value={registry}>{children}</CommandsContext>;
}

function useKeyboard(registry: CommandRegistry): void {
  useEffect(() => {
    let pending: { chord: string; at: number } | null = null;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
      const waiting = pending && event.timeStamp - pending.at < SEQUENCE_MS ? pending.chord : null;
      pending = null;
      const match = matchPress(event, registry.list(), waiting, isTyping(event.target));
      if (!match) return;
      event.preventDefault();
      if (match.kind === 'prefix') pending = { chord: match.chord, at: event.timeStamp };
      else match.command.run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [registry]);
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta';
}

function useRegistry(): CommandRegistry {
  const registry = useContext(CommandsContext);
  if (!registry) throw new Error('useCommands outside the workbench');
  return registry;
}

/** Offers commands in the palette and on the keyboard while the view is there. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useRegistry();
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => registry.add(() => latest.current), [registry]);
}

/** All commands that apply now, as the palette and the keyboard help list them. */
export function useAllCommands(): Command[] {
  const registry = useRegistry();
  useSyncExternalStore(registry.subscribe, registry.version);
  return registry.list();
}

/** Runs a command by its id, for the application menu; answers whether it applied. */
export function useRunCommand(): (id: string) => boolean {
  const registry = useRegistry();
  return id => {
    const command = registry.list().find(one => one.id === id);
    command?.run();
    return command !== undefined;
  };
}
