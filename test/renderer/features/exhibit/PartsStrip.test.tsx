// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { countOfParts, PartsStrip } from '../../../../renderer/features/exhibit/reading/PartsStrip.tsx';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';

afterEach(cleanup);
const partsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `exh-${at}` as ExhibitId,
    number: at + 4,
    title: `invoice ${at}.pdf`,
  }));

test('what came in it is named by what it came in', () => {
  expect(
    ['message/rfc822', 'application/zip', 'application/mbox', 'application/pdf'].map(type => countOfParts(1204, type)),
  ).toEqual(['1,204 attachments', '1,204 members', '1,204 messages', '1,204 enclosed documents']);
});

test('each part opens as its own exhibit', () => {
  const onOpen = vi.fn();
  render(<PartsStrip mediaType="message/rfc822" parts={partsOf(3)} onOpen={onOpen} />);
  expect(screen.getByRole('region', { name: '3 attachments' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Open EX-0005 invoice 1.pdf' }));
  expect(onOpen).toHaveBeenCalledWith('exh-1');
  expect(screen.queryByText(/^All/)).toBeNull();
});

test('of many the first are shown, and all on request', () => {
  render(<PartsStrip mediaType="application/zip" parts={partsOf(812)} onOpen={() => {}} />);
  expect(screen.getAllByRole('button', { name: /^Open / })).toHaveLength(6);
  fireEvent.click(screen.getByText('All 812'));
  expect(screen.getByRole('grid', { name: '812 members' })).toBeTruthy();
});

test('nothing is shown where nothing came in it', () => {
  const { container } = render(<PartsStrip mediaType="application/pdf" parts={[]} onOpen={() => {}} />);
  expect(container.innerHTML).toBe('');
});
