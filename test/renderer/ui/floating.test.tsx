// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { MenuButton, Panel } from '../../../renderer/ui/index.ts';
import { placeBeside } from '../../../renderer/ui/floating/placeBeside.ts';
import { axeFindings } from '../support/axeCheck.ts';

afterEach(cleanup);

test('a menu opens on its first item, walks by arrows and letters, and gives the focus back', () => {
  const onLock = vi.fn();
  render(
    <MenuButton
      label="More"
      items={[
        { label: 'Settings', onSelect: () => {} },
        'separator',
        { label: 'Back up', onSelect: () => {} },
        { label: 'Lock', onSelect: onLock },
      ]}
    />,
  );
  const button = screen.getByRole('button', { name: 'More' });
  button.focus();
  fireEvent.click(button);
  expect(document.activeElement?.textContent).toBe('Settings');
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Back up');
  fireEvent.keyDown(document.activeElement as Element, { key: 'l' });
  fireEvent.click(document.activeElement as Element);
  expect(onLock).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('a press elsewhere closes what floats', () => {
  render(<MenuButton label="More" items={[{ label: 'Settings', onSelect: () => {} }]} />);
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('a sheet takes the focus, closes on Escape, and is named by its title', async () => {
  const onClose = vi.fn();
  render(
    <Panel open title="New source" onClose={onClose}>
      <input aria-label="Name" />
    </Panel>,
  );
  const sheet = screen.getByRole('dialog', { name: 'New source' });
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(await axeFindings()).toEqual([]);
  fireEvent.keyDown(sheet, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test('what floats goes below, above where below has no room, and never off the screen', () => {
  const view = { width: 1000, height: 600 };
  const size = { width: 300, height: 200 };
  const at = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });
  expect(placeBeside(at(100, 100), size, view, 'below-start')).toEqual({ left: 100, top: 124 });
  expect(placeBeside(at(100, 560), size, view, 'below-start')).toEqual({ left: 100, top: 356 });
  expect(placeBeside(at(960, 100), size, view, 'below-start')).toEqual({ left: 692, top: 124 });
});
