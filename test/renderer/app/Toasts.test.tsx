// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from '../../../renderer/app/Toasts.tsx';
import { type ToastMessage, useToast } from '../../../renderer/workbench/index.ts';
import { Workbench } from '../support/Workbench.tsx';

let show: (message: ToastMessage) => void;
function Show() {
  show = useToast();
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <Workbench route={{ place: 'overview', caseId: 'cas-1' as never }}>
      <Show />
      <Toasts />
    </Workbench>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const say = (message: ToastMessage) => act(() => show(message));
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
/** What is in view; the first, visually hidden, is what a screen reader hears. */
const inView = () => [...document.querySelectorAll('.toast:not([hidden]) .toast-words')].map(one => one.textContent);

test('a message is read out, stays long enough, and goes by itself', () => {
  say({ text: 'Comment withdrawn.' });
  expect([screen.getByRole('status').textContent, inView()]).toEqual(['Comment withdrawn.', ['Comment withdrawn.']]);
  wait(6900);
  expect(inView()).toEqual(['Comment withdrawn.']);
  wait(200);
  expect(inView()).toEqual([]);
});

test('while it is pointed at, or the focus is in it, it stays; Escape puts it away', () => {
  say({ text: 'Comment withdrawn.' });
  const toast = document.querySelector('.toast') as HTMLElement;
  fireEvent.pointerEnter(toast);
  wait(60_000);
  const dismiss = screen.getByRole('button', { name: 'Dismiss' });
  act(() => dismiss.focus());
  fireEvent.pointerLeave(toast);
  wait(60_000);
  expect(inView()).toEqual(['Comment withdrawn.']);
  fireEvent.keyDown(dismiss, { key: 'Escape' });
  expect(inView()).toEqual([]);
});

test('one is in view at a time; a problem waits behind it until it is put away', () => {
  say({ text: 'The file could not be read.', kind: 'problem' });
  say({ text: 'Source noted.' });
  expect([inView(), screen.getByText('1 more')]).toEqual([['Source noted.'], expect.anything()]);
  wait(60_000);
  expect(inView()).toEqual(['The file could not be read.']);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(inView()).toEqual([]);
});
