import { expect, test } from 'vitest';
import { groupStatements, propertyChoices } from '../../../../renderer/features/entity/statement/propertyGroups.ts';
import { namingProperty } from '../../../../renderer/features/entity/propertyWords.ts';
import type { StatementView } from '../../../../shared/domain/entity/statement.ts';

let made = 0;
const stated = (property: string, value: string, more: Partial<StatementView> = {}): StatementView => ({
  id: `stm-${++made}` as StatementView['id'],
  entityId: 'ent-1' as StatementView['entityId'],
  caseId: 'cas-1' as StatementView['caseId'],
  property,
  value,
  original: '',
  targetId: null,
  language: '',
  quality: null,
  detail: {},
  fromOn: null,
  toOn: null,
  credibility: 6,
  note: '',
  recordedAt: '2026-01-01T00:00:00.000Z' as StatementView['recordedAt'],
  recordedBy: 'Test',
  importId: null,
  importRow: null,
  supersedesId: null,
  withdrawnAt: null,
  targetCaption: null,
  targetCanonicalId: null,
  citations: [],
  isChosen: false,
  isShown: false,
  check: null,
  importedFrom: null,
  ...more,
});

test('featured properties come first, also empty ones; then what is filled, other names before the rest', () => {
  const groups = groupStatements('Vessel', [stated('callSign', 'X'), stated('alias', 'Y'), stated('flag', 'pw')]);
  expect(groups.map(({ property, statements }) => [property, statements.length])).toEqual([
    ['name', 0],
    ['imoNumber', 0],
    ['type', 0],
    ['flag', 1],
    ['alias', 1],
    ['callSign', 1],
  ]);
});

test('the sides of a tie come before its dates, and an event begins with its kind', () => {
  expect(groupStatements('Ownership', []).map(group => group.property)).toEqual([
    'owner',
    'asset',
    'percentage',
    'startDate',
    'endDate',
  ]);
  const event = groupStatements('Event', [stated('participant', 'a'), stated('eventKind', 'port call')]);
  expect(event.map(group => group.property).slice(0, 2)).toEqual(['eventKind', 'date']);
});

test('of several values the chosen one stands first; withdrawn ones are in no group', () => {
  const [name] = groupStatements('Person', [
    stated('name', 'A'),
    stated('name', 'B', { isChosen: true }),
    stated('name', 'C', { withdrawnAt: '2026-02-01T00:00:00.000Z' as never }),
  ]);
  expect(name?.statements.map(one => one.value)).toEqual(['B', 'A']);
});

test('a property that the model does not know keeps its own name', () => {
  expect(groupStatements('Person', [stated('shoeSize', '43')]).at(-1)).toMatchObject({
    label: 'shoeSize',
    type: 'string',
  });
});

test('properties are found by label, by name and by what they are about; other sides are not offered', () => {
  expect(propertyChoices('Vessel', 'imo')[0]?.name).toBe('imoNumber');
  expect(propertyChoices('Vessel', '')[0]?.name).toBe('name');
  expect(propertyChoices('Person', '').some(property => property.isStub || property.isHidden)).toBe(false);
});

test('each schema has a property by which it is named', () => {
  expect(['Person', 'Passport', 'BankAccount', 'CryptoWallet', 'Address'].map(namingProperty)).toEqual([
    'name',
    'number',
    'accountNumber',
    'publicKey',
    'full',
  ]);
});
