// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fitOf, fitting, type PaletteItem } from '../../../../renderer/features/palette/paletteItems.ts';
import { PaletteView } from '../../../../renderer/features/palette/Palette.tsx';
import { axeFindings } from '../../support/axeCheck.ts';

afterEach(cleanup);

const item = (id: string, section: string, run = vi.fn()): PaletteItem => ({ id, section, title: id, run });

test('all words must occur; the start of a word counts more than its middle', () => {
  expect(fitOf('Go to Findings', 'find go')).toBeGreaterThan(0);
  expect(fitOf('Go to Findings', 'find exhibits')).toBe(0);
  expect(fitting(['Unlock', 'Lock the vault', 'Settings'], 'lock', title => title)).toEqual([
    'Lock the vault',
    'Unlock',
  ]);
});

test('arrows walk through all headings and round, Enter runs and closes', async () => {
  const run = vi.fn();
  const onClose = vi.fn();
  render(
    <PaletteView
      typed=""
      onTyped={() => {}}
      items={[item('Lock', 'Vault'), item('EX-0042', 'Exhibits'), item('F-1', 'Findings', run)]}
      onClose={onClose}
    />,
  );
  const field = screen.getByRole('combobox');
  expect(document.activeElement).toBe(field);
  const active = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;
  expect(active()).toBe('Lock');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(active()).toBe('EX-0042');
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  expect(active()).toBe('F-1');
  expect(await axeFindings()).toEqual([]);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onClose).toHaveBeenCalledOnce();
  await waitFor(() => expect(run).toHaveBeenCalledOnce());
});

test('Escape closes and runs nothing', () => {
  const run = vi.fn();
  const onClose = vi.fn();
  render(<PaletteView typed="" onTyped={() => {}} items={[item('Lock', 'Vault', run)]} onClose={onClose} />);
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
  expect(run).not.toHaveBeenCalled();
});
