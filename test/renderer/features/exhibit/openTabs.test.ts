import { expect, test } from 'vitest';
import {
  closeTab,
  keepTab,
  neighbourOf,
  openTab,
  type OpenTabs,
  stepTab,
} from '../../../../renderer/features/exhibit/openTabs.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';

const id = (name: string) => name as ExhibitId;
const ids = (tabs: OpenTabs) => tabs.map(tab => tab.exhibitId);

test('reading on replaces the tab that is passing through', () => {
  const tabs = openTab(openTab([], id('a')), id('b'));
  expect(ids(tabs)).toEqual(['b']);
});

test('a kept tab stays, and an open exhibit is not opened twice', () => {
  const tabs = openTab(keepTab(openTab([], id('a')), id('a')), id('b'));
  expect(ids(tabs)).toEqual(['a', 'b']);
  expect(openTab(tabs, id('a'))).toBe(tabs);
});

test('the neighbour stands in for a closed tab, and steps go round', () => {
  const tabs: OpenTabs = ['a', 'b', 'c'].map(name => ({ exhibitId: id(name), kept: true }));
  expect(neighbourOf(tabs, id('b'))).toBe('c');
  expect(neighbourOf(tabs, id('c'))).toBe('b');
  expect(neighbourOf(closeTab(closeTab(tabs, id('a')), id('b')), id('c'))).toBeNull();
  expect(stepTab(tabs, id('c'), 1)).toBe('a');
  expect(stepTab(tabs, id('a'), -1)).toBe('c');
});
