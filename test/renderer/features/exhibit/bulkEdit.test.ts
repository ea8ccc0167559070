import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeLabel,
  changesNothing,
  commonValue,
  type Editable,
  stepsBack,
} from '../../../../renderer/features/exhibit/bulkEdit.ts';
import type { ExhibitChange } from '../../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';

const plain: Editable = {
  id: 'exh-1' as ExhibitId,
  title: 'Extract',
  sourceId: null,
  obtainedHow: '',
  obtainedOn: null,
  obtainedBy: 'Test Person',
  publishedOn: null,
  languages: ['ko'],
  handlingMark: 'TLP:GREEN',
  authenticity: 'not-assessed',
  authenticityNote: '',
  isObservation: false,
};

test('what all have in common is shown, what differs is not', () => {
  const other = { ...plain, id: 'exh-2' as ExhibitId, title: 'Another', languages: ['ko'] };
  expect(commonValue([plain, other], 'languages')).toEqual({ same: true, value: ['ko'] });
  expect(commonValue([plain, other], 'title')).toEqual({ same: false });
  expect(commonValue([], 'title')).toEqual({ same: false });
});

test('a change that leaves everything as it is is none', () => {
  expect(changesNothing([plain], { languages: ['ko'] })).toBe(true);
  expect(changesNothing([plain], { languages: ['ko', 'en'] })).toBe(false);
});

test('taking a bulk change back gives each exhibit what it had', () => {
  const exhibit = fc.record({ how: fc.constantFrom('', 'seized', 'handed over'), observation: fc.boolean() });
  fc.assert(
    fc.property(fc.array(exhibit, { minLength: 1, maxLength: 40 }), given => {
      const former = given.map((one, at) => ({
        ...plain,
        id: `exh-${at}` as ExhibitId,
        obtainedHow: one.how,
        isObservation: one.observation,
      }));
      const change: ExhibitChange = { obtainedHow: 'downloaded', isObservation: true };
      const now = new Map(former.map(one => [one.id, { ...one, ...change }]));
      const steps = stepsBack(former, change);
      for (const step of steps)
        for (const id of step.exhibitIds) now.set(id, { ...(now.get(id) ?? plain), ...step.change } as Editable);
      expect([...now.values()]).toEqual(former);
      expect(steps.length).toBeLessThanOrEqual(6);
    }),
  );
});

test('the label names fields and number', () => {
  expect(changeLabel({ sourceId: null }, 12, 'EX-0001')).toBe('change of source on 12 exhibits');
  expect(changeLabel({ publishedOn: null }, 1, 'EX-0001')).toBe('change of publication date on EX-0001');
});
