// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VirtualList, type VirtualListProps } from '../../../renderer/ui/index.ts';
import { axeFindings } from '../support/axeCheck.ts';
import { giveHeight } from '../support/layout.ts';

const names = Array.from({ length: 5000 }, (_, index) => `${'abcde'[index % 5]} row ${index}`);

function List(props: Partial<VirtualListProps>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <VirtualList
        label="Rows"
        count={names.length}
        getKey={index => `k${index}`}
        renderRow={index => names[index]}
        selected={selected}
        onSelect={setSelected}
        {...props}
      />
      <output>{[...selected].join(' ')}</output>
    </>
  );
}

const list = () => screen.getByRole('listbox', { name: 'Rows' });
const press = (key: string, held: object = {}) => fireEvent.keyDown(list(), { key, ...held });
const selected = () => document.querySelector('output')?.textContent;

beforeEach(() => giveHeight(320));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('of 5,000 rows only those in view are drawn, and each says its place among all', () => {
  render(<List />);
  const rows = screen.getAllByRole('option');
  expect(rows.length).toBeLessThan(100);
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('5000');
  expect(rows[0]?.getAttribute('aria-posinset')).toBe('1');
});

test('arrows move the selection and the row in hand is named to screen readers', () => {
  render(<List />);
  press('ArrowDown');
  expect(selected()).toBe('k0');
  press('ArrowDown');
  expect(selected()).toBe('k1');
  press('ArrowUp');
  expect(selected()).toBe('k0');
  const inHand = document.getElementById(list().getAttribute('aria-activedescendant') ?? '');
  expect(inHand?.textContent).toBe('a row 0');
});

test('Home, End and the page keys reach the ends', () => {
  render(<List />);
  press('End');
  expect(selected()).toBe('k4999');
  press('PageUp');
  expect(selected()).toBe('k4990');
  press('Home');
  expect(selected()).toBe('k0');
  press('PageDown');
  expect(selected()).toBe('k9');
});

test('Shift selects a range and Mod+A all rows, the ones not drawn included', () => {
  render(<List multiple />);
  press('ArrowDown');
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  expect(selected()).toBe('k0 k1 k2');
  press('a', { ctrlKey: true });
  expect(selected()?.split(' ')).toHaveLength(5000);
});

test('a click with Mod adds a row and takes it away again', () => {
  render(<List multiple />);
  const [first, , third] = screen.getAllByRole('option');
  fireEvent.click(first as HTMLElement);
  fireEvent.click(third as HTMLElement, { ctrlKey: true });
  expect(selected()).toBe('k0 k2');
  fireEvent.click(third as HTMLElement, { ctrlKey: true });
  expect(selected()).toBe('k0');
});

test('Enter and a double click activate the row in hand', () => {
  const onActivate = vi.fn();
  render(<List onActivate={onActivate} />);
  press('ArrowDown');
  press('Enter');
  fireEvent.doubleClick(screen.getAllByRole('option')[3] as HTMLElement);
  expect(onActivate.mock.calls).toEqual([[0], [3]]);
});

test('letters find the next row that begins with them, where the list asks for it', () => {
  render(<List getText={index => names[index] ?? ''} />);
  press('c');
  expect(selected()).toBe('k2');
});

test('letters are left to commands where it does not', () => {
  render(<List />);
  expect(press('c')).toBe(true);
  expect(selected()).toBe('');
});

test('the selection stays on its thing when rows move', () => {
  const { rerender } = render(<List selected="k3" />);
  rerender(<List selected="k3" getKey={index => `k${index + 2}`} />);
  press('ArrowDown');
  expect(selected()).toBe('k4');
});

test('the end in view asks for more', () => {
  const onEndReached = vi.fn();
  render(<List count={8} onEndReached={onEndReached} />);
  expect(onEndReached).toHaveBeenCalled();
});

test('axe finds nothing in a list, nor in a grid with buttons in its rows', async () => {
  render(<List />);
  expect(await axeFindings()).toEqual([]);
  cleanup();
  render(<List role="grid" renderRow={index => <button type="button">Open {index}</button>} />);
  expect(await axeFindings()).toEqual([]);
});
