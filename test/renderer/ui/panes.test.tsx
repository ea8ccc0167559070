// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Panes } from '../../../renderer/ui/index.ts';

let width = 0;
beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const panes = () => render(<Panes id="test" main={<p>page</p>} right={<p>facts</p>} rightWidth={320} />);

test('where a page would be too narrow to read, what is known of it waits to be asked for', () => {
  width = 600;
  panes();
  expect(screen.queryByText('facts')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show inspector' }));
  expect(screen.getByText('facts')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Hide inspector' }));
  expect(screen.queryByText('facts')).toBeNull();
});

test('where there is room both stand side by side, and a width that nobody chose is not kept', () => {
  width = 900;
  panes();
  expect(screen.getByText('facts')).toBeTruthy();
  expect(localStorage.length).toBe(0);
});
