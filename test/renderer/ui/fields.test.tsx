// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button, Combobox, DateField, Segmented, TextField } from '../../../renderer/ui/index.ts';
import { axeFindings } from '../support/axeCheck.ts';

afterEach(cleanup);

test('a field that commits hands over what was typed once, when it is left or Enter pressed', () => {
  const onCommit = vi.fn();
  render(<TextField label="Title" value="Old" onCommit={onCommit} />);
  const field = screen.getByLabelText('Title');
  fireEvent.change(field, { target: { value: 'New' } });
  expect(onCommit).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onCommit.mock.calls).toEqual([['New']]);
});

test('Escape takes back what was typed', () => {
  const onCommit = vi.fn();
  render(<TextField label="Title" value="Old" onCommit={onCommit} />);
  const field = screen.getByLabelText<HTMLInputElement>('Title');
  fireEvent.change(field, { target: { value: 'New' } });
  fireEvent.keyDown(field, { key: 'Escape' });
  fireEvent.blur(field);
  expect(field.value).toBe('Old');
  expect(onCommit).not.toHaveBeenCalled();
});

test('a value saved elsewhere shows, but never over what is being typed', () => {
  const { rerender } = render(<TextField label="Title" value="Old" onCommit={() => {}} />);
  const field = screen.getByLabelText<HTMLInputElement>('Title');
  rerender(<TextField label="Title" value="Elsewhere" onCommit={() => {}} />);
  expect(field.value).toBe('Elsewhere');
  fireEvent.change(field, { target: { value: 'Typed' } });
  rerender(<TextField label="Title" value="Third" onCommit={() => {}} />);
  expect(field.value).toBe('Typed');
});

test('a problem is tied to its field', () => {
  render(<TextField label="Title" value="" onChange={() => {}} problem="Give it a title." />);
  const field = screen.getByLabelText('Title');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Give it a title.');
});

test('a date is typed as people write, kept as exact as it is, and said back in words', () => {
  const onCommit = vi.fn();
  const { rerender } = render(<DateField label="Published" value={null} onCommit={onCommit} />);
  const field = () => screen.getByLabelText('Published');
  fireEvent.change(field(), { target: { value: 'c. March 2021' } });
  fireEvent.blur(field());
  expect(onCommit).toHaveBeenLastCalledWith('2021-03~');
  rerender(<DateField label="Published" value={onCommit.mock.lastCall?.[0]} onCommit={onCommit} />);
  expect(screen.getByText('c. March 2021')).toBeTruthy();
});

test('a date that cannot be read is kept on the screen and not handed over', () => {
  const onCommit = vi.fn();
  render(<DateField label="Published" value={null} onCommit={onCommit} />);
  fireEvent.change(screen.getByLabelText('Published'), { target: { value: 'last spring' } });
  fireEvent.blur(screen.getByLabelText('Published'));
  expect(onCommit).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toContain('Not read as a date');
});

test('a button shows what its last press led to, beside itself', () => {
  const problem = { code: 'disk-full', sentence: 'The disk is full. Free some space.', reference: null };
  render(<Button problem={problem}>Back up</Button>);
  const button = screen.getByRole('button', { name: 'Back up' });
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(problem.sentence);
});

test('a busy button cannot be pressed again', () => {
  const onPress = vi.fn();
  render(
    <Button busy onPress={onPress}>
      Go
    </Button>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(onPress).not.toHaveBeenCalled();
});

function Origins({ onSelect, onCreate }: { onSelect(value: string): void; onCreate(value: string): void }) {
  const [query, setQuery] = useState('');
  const options = ['Agency', 'Registry', 'Witness'].filter(one => one.toLowerCase().includes(query.toLowerCase()));
  return (
    <Combobox
      label="Origin"
      options={options}
      getKey={one => one}
      renderOption={one => one}
      query={query}
      onQuery={setQuery}
      onSelect={onSelect}
      onCreate={onCreate}
    />
  );
}

test('a combobox proposes while one types; arrows choose, Enter takes, Escape closes', async () => {
  const onSelect = vi.fn();
  const onCreate = vi.fn();
  render(<Origins onSelect={onSelect} onCreate={onCreate} />);
  const field = screen.getByRole('combobox', { name: 'Origin' });
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['Agency', 'Registry', 'Witness']);
  expect(await axeFindings()).toEqual([]);
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onSelect).toHaveBeenCalledWith('Registry');
  fireEvent.change(field, { target: { value: 'Harbour office' } });
  expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['Create “Harbour office”']);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('listbox')).toBeNull();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onCreate).toHaveBeenCalledWith('Harbour office');
});

test('one of a few is a group of radio buttons', async () => {
  const onChange = vi.fn();
  render(
    <Segmented
      label="Reliability"
      options={[
        { value: 'A', label: 'A' },
        { value: 'B', label: 'B' },
      ]}
      value="A"
      onChange={onChange}
    />,
  );
  fireEvent.click(screen.getByRole('radio', { name: 'B' }));
  expect(onChange).toHaveBeenCalledWith('B');
  expect(await axeFindings()).toEqual([]);
});
