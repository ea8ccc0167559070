import { expect, test } from 'vitest';
import type { Command } from '../../../renderer/workbench/index.ts';
import { matchPress, type Press } from '../../../renderer/workbench/shortcuts.ts';

function press(key: string, held: Partial<Press> = {}): Press {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}
const command = (shortcut: string): Command => ({
  id: shortcut,
  title: shortcut,
  section: '',
  shortcut,
  run: () => {},
});
const commands = ['Mod+K', 'C', 'Shift+N', 'N', 'G E', 'G C', '?', 'Mod+Z', 'Mod+Shift+Z', 'Alt+ArrowLeft', '+'].map(
  command,
);

function found(event: Press, pending: string | null = null, typing = false): string | null {
  const match = matchPress(event, commands, pending, typing);
  if (!match) return null;
  return match.kind === 'run' ? match.command.id : `${match.chord} …`;
}

test('modifiers must be exactly those of the shortcut', () => {
  expect(found(press('k', { ctrlKey: true }))).toBe('Mod+K');
  expect(found(press('k', { ctrlKey: true, altKey: true }))).toBeNull();
  expect(found(press('k'))).toBeNull();
  expect(found(press('z', { ctrlKey: true }))).toBe('Mod+Z');
  expect(found(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+Z');
  expect(found(press('ArrowLeft', { altKey: true }))).toBe('Alt+ArrowLeft');
});

test('a letter and the same with Shift are two', () => {
  expect(found(press('n'))).toBe('N');
  expect(found(press('N', { shiftKey: true }))).toBe('Shift+N');
});

test('a sign is meant wherever the layout has it', () => {
  expect(found(press('?', { shiftKey: true }))).toBe('?');
  expect(found(press('?'))).toBe('?');
  expect(found(press('+', { shiftKey: true }))).toBe('+');
});

test('with a Korean layout the key of the letter counts', () => {
  expect(found(press('ㅊ', { code: 'KeyC' }))).toBe('C');
});

test('a sequence waits for its second key, which then is not a command of its own', () => {
  expect(found(press('g'))).toBe('G …');
  expect(found(press('e'), 'G')).toBe('G E');
  expect(found(press('c'), 'G')).toBe('G C');
  expect(found(press('n'), 'G')).toBeNull();
});

test('while typing, letters are text, and the field keeps its own undo', () => {
  expect(found(press('c'), null, true)).toBeNull();
  expect(found(press('?'), null, true)).toBeNull();
  expect(found(press('z', { ctrlKey: true }), null, true)).toBeNull();
  expect(found(press('k', { ctrlKey: true }), null, true)).toBe('Mod+K');
});
