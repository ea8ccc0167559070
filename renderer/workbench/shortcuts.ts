/** Matching a key press to `Mod+Shift+Z`, `C`, `?` or a sequence such as `G E`. Pure but for the event it is given. */
import { isMac } from '../ui/keys.ts';
import type { Command } from './commandRegistry.ts';

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

interface Chord {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

function readChord(text: string): Chord {
  // A lone plus is a key of its own: `+`, `Mod++`.
  const parts = text.endsWith('+') ? [...text.slice(0, -1).split('+').filter(Boolean), '+'] : text.split('+');
  const key = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  return { key, mod: held.includes('Mod'), alt: held.includes('Alt'), shift: held.includes('Shift') };
}

/**
 * Letters are compared by the character typed or, where a Korean or Cyrillic layout is on, by the key's place; signs
 * such as `?` by the character alone, wherever the layout has it.
 */
export function pressesChord(press: Press, text: string): boolean {
  const chord = readChord(text);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== chord.mod || otherMod || press.altKey !== chord.alt) return false;
  if (!/^[a-z]$/i.test(chord.key) && chord.key.length === 1) {
    return press.key === chord.key && (!chord.shift || press.shiftKey);
  }
  if (press.shiftKey !== chord.shift) return false;
  if (press.key.toLowerCase() === chord.key.toLowerCase()) return true;
  const foreignLetter = press.key.length === 1 && press.key > '\u007f';
  return foreignLetter && press.code === `Key${chord.key.toUpperCase()}`;
}

/** True where letters are text: a field, an editor. Buttons and boxes to tick are not. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[contenteditable="true"]')) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** A shortcut that writes text when pressed in a field. */
function isPlain(chordText: string): boolean {
  const { mod, alt, key } = readChord(chordText);
  return !mod && !alt && !/^F\d+$/.test(key);
}

/** Presses that edit text in a field: its own undo, clipboard and cursor come before commands. */
function editsText(press: Press): boolean {
  const mod = isMac ? press.metaKey : press.ctrlKey;
  if (mod) return /^(?:[acvxyz]|Backspace|Delete|Home|End|Arrow\w+)$/i.test(press.key);
  return isMac && press.altKey && press.key.startsWith('Arrow');
}

export type Match = { kind: 'run'; command: Command } | { kind: 'prefix'; chord: string } | null;

/** What a press means among these commands; `pending` is the first half of a sequence pressed before. */
export function matchPress(press: Press, commands: readonly Command[], pending: string | null, typing: boolean): Match {
  if (typing && editsText(press)) return null;
  let prefix: string | null = null;
  for (const command of commands) {
    if (!command.shortcut) continue;
    const chords = command.shortcut.split(' ');
    const [first = '', second] = chords;
    if (typing && isPlain(first)) continue;
    if (second === undefined) {
      if (pending === null && pressesChord(press, first)) return { kind: 'run', command };
    } else if (pending === null) {
      if (pressesChord(press, first)) prefix = first;
    } else if (pending === first && pressesChord(press, second)) return { kind: 'run', command };
  }
  return prefix === null ? null : { kind: 'prefix', chord: prefix };
}
