import { expect, test } from 'vitest';
import { groupConcerns } from '../../../../renderer/features/report/concernGroups.ts';
import { sheetsOf } from '../../../../renderer/features/report/preview/sheets.ts';
import { type Chosen, chosenIds, toggled } from '../../../../renderer/features/report/selection.ts';
import { fileNameFor } from '../../../../renderer/features/report/useReport.ts';
import type { FindingRow } from '../../../../shared/contract/finding.ts';
import type { ReportSection } from '../../../../shared/domain/report/index.ts';
import type { FindingId } from '../../../../shared/kernel/ids.ts';

const row = (id: string, stage: FindingRow['stage'] = 'draft') => ({ id, stage }) as FindingRow;
const id = (text: string) => text as FindingId;

test('all findings are chosen until one is left out; choosing it again means all, those to come included', () => {
  const findings = [row('a'), row('b'), row('c', 'withdrawn')];
  const without: Chosen = toggled(null, id('a'), findings);
  expect(chosenIds(without, findings)).toEqual(['b']);
  expect(toggled(without, id('a'), findings)).toBeNull();
  expect(chosenIds(toggled(without, id('b'), findings), findings)).toEqual([]);
});

test('what holds of several exhibits is told once, what stops comes first', () => {
  const exhibit = (digit: number) => `exh-01890000-0000-7000-8000-00000000000${digit}`;
  const groups = groupConcerns([
    { severity: 'note', sentence: 'F-1 is not agreed yet.', exhibitId: null },
    { severity: 'warn', sentence: 'The file of EX-0004 tells who made it.', exhibitId: exhibit(4) },
    { severity: 'warn', sentence: 'The file of EX-0005 tells who made it.', exhibitId: exhibit(5) },
    { severity: 'stop', sentence: 'EX-0009 is TLP:RED.', exhibitId: exhibit(9) },
  ]);
  expect(groups.map(group => [group.severity, group.sentence, group.others.map(other => other.name)])).toEqual([
    ['stop', 'EX-0009 is TLP:RED.', []],
    ['warn', 'The file of EX-0004 tells who made it.', ['EX-0005']],
    ['note', 'F-1 is not agreed yet.', []],
  ]);
});

test('each finding and annex begins a sheet; the title of a workstream goes with its first finding', () => {
  const section = (name: string, kind: ReportSection['kind']) => ({ id: name, kind }) as ReportSection;
  const sheets = sheetsOf([
    section('summary', 'summary'),
    section('method', 'method'),
    section('sea', 'workstream'),
    section('F-1', 'finding'),
    section('F-2', 'finding'),
    section('a', 'annex'),
  ]);
  expect(sheets.map(sheet => sheet.map(one => one.id))).toEqual([
    ['summary', 'method'],
    ['sea', 'F-1'],
    ['F-2'],
    ['a'],
  ]);
});

test('a file is named by reference and title, without what file systems refuse', () => {
  expect(fileNameFor('C-2026-003', 'Ship/ship: “환적”?', 'docx')).toBe('C-2026-003 Ship ship “환적”.docx');
  expect(fileNameFor('', '', 'pdf')).toBe('report.pdf');
});
