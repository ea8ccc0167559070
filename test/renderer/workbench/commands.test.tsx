// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Command, CommandsProvider, useAllCommands, useCommands } from '../../../renderer/workbench/index.ts';

afterEach(cleanup);

function View({ commands }: { commands: Command[] }) {
  useCommands(commands);
  return null;
}
function Listing() {
  return (
    <output>
      {useAllCommands()
        .map(command => command.title)
        .join(', ')}
    </output>
  );
}
const command = (id: string, part: Partial<Command> = {}): Command => ({
  id,
  title: id,
  section: '',
  run: vi.fn(),
  ...part,
});

test('commands are there while their view is, and what does not apply is not', () => {
  const { rerender } = render(
    <CommandsProvider>
      <View commands={[command('cite'), command('lock', { when: false })]} />
      <Listing />
    </CommandsProvider>,
  );
  expect(screen.getByRole('status').textContent).toBe('cite');
  rerender(
    <CommandsProvider>
      <Listing />
    </CommandsProvider>,
  );
  expect(screen.getByRole('status').textContent).toBe('');
});

test('of two with the same key the view mounted later is nearer', () => {
  const far = command('far', { shortcut: 'N' });
  const near = command('near', { shortcut: 'N' });
  render(
    <CommandsProvider>
      <View commands={[far]} />
      <View commands={[near]} />
    </CommandsProvider>,
  );
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(near.run).toHaveBeenCalledOnce();
  expect(far.run).not.toHaveBeenCalled();
});

test('a letter in a field is text', () => {
  const cite = command('cite', { shortcut: 'C' });
  render(
    <CommandsProvider>
      <View commands={[cite]} />
      <input aria-label="Note" />
    </CommandsProvider>,
  );
  fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'c' });
  expect(cite.run).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'c' });
  expect(cite.run).toHaveBeenCalledOnce();
});

test('a sequence runs on its second key', () => {
  const go = command('go', { shortcut: 'G E' });
  render(
    <CommandsProvider>
      <View commands={[go]} />
    </CommandsProvider>,
  );
  fireEvent.keyDown(document.body, { key: 'g' });
  fireEvent.keyDown(document.body, { key: 'e' });
  expect(go.run).toHaveBeenCalledOnce();
});

test('a key that a control has used is not a command as well', () => {
  const cite = command('cite', { shortcut: 'C' });
  render(
    <CommandsProvider>
      <View commands={[cite]} />
      <button type="button" data-testid="menu" onKeyDown={event => event.preventDefault()} />
    </CommandsProvider>,
  );
  fireEvent.keyDown(screen.getByTestId('menu'), { key: 'c' });
  expect(cite.run).not.toHaveBeenCalled();
});
