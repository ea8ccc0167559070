// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { PositionField, type PositionValue } from '../../../../renderer/features/position/index.ts';
import { axeFindings } from '../../support/axeCheck.ts';

afterEach(cleanup);

let latest: PositionValue;
function Owner() {
  const [value, setValue] = useState<PositionValue>({ original: '', position: null });
  latest = value;
  return <PositionField label="Position" value={value} onChange={setValue} />;
}
const type = (words: string) => {
  render(<Owner />);
  fireEvent.change(screen.getByLabelText('Position'), { target: { value: words } });
};

test('coordinates are read as one types, and the words are kept as they are', async () => {
  type('38-45.5N 125-12.0E');
  expect(latest).toEqual({
    original: '38-45.5N 125-12.0E',
    position: { latitude: 38 + 45.5 / 60, longitude: 125.2, datum: 'not stated', notation: 'degrees and minutes' },
  });
  expect(screen.getByText(/Read as/).textContent).toContain('38°45.500′N 125°12.000′E = 38.75833°N 125.20000°E');
  expect(await axeFindings()).toEqual([]);
});

test('what is left open is asked; nothing is taken until one chooses', async () => {
  type('12.5, 38.25');
  expect(latest.position).toBeNull();
  const choices = screen.getByRole('group', { name: 'Which of the two numbers is the latitude?' });
  fireEvent.click(choices.querySelectorAll('input')[1] as HTMLInputElement);
  expect(latest.position).toMatchObject({ latitude: 38.25, longitude: 12.5 });
  expect(await axeFindings()).toEqual([]);
});

test('a port is found by any of its names, and is said to be for orientation', () => {
  type('남포');
  expect(latest.position).toBeNull();
  fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
  expect(latest).toMatchObject({ original: '남포', position: { notation: 'port of the gazetteer', datum: 'WGS 84' } });
  expect(screen.getByText(/for orientation, not evidence/)).toBeTruthy();
});

test('another datum is computed beside, and what was printed stays', () => {
  type('38.9 N 121.6 E');
  fireEvent.change(screen.getByLabelText('Datum'), { target: { value: 'GCJ-02' } });
  expect(latest.position).toMatchObject({ latitude: 38.9, longitude: 121.6, datum: 'GCJ-02' });
  expect(screen.getByText(/In WGS 84/).textContent).toMatch(/38°5\d\.\d{3}′N 121°3\d\.\d{3}′E.*not published/);
});

test('words that are no position stay as written', () => {
  type('off the coast, as the master said');
  expect(latest).toEqual({ original: 'off the coast, as the master said', position: null });
  expect(screen.getByText(/Kept as written/)).toBeTruthy();
});
