import { expect, test } from 'vitest';
import { PathGrants } from '../../../electron/ipc/pathGrants.ts';

test('what was chosen to be read is never written to', () => {
  const grants = new PathGrants();
  const evidence = grants.grant('/evidence/letter.pdf', 'read');
  const place = grants.grant('/exports/report.pdf', 'write');
  expect(grants.pathOf(evidence)).toMatch(/letter\.pdf$/);
  expect(() => grants.placeOf(evidence)).toThrow(expect.objectContaining({ code: 'path-not-granted' }));
  expect(grants.placeOf(place)).toMatch(/report\.pdf$/);
  expect(() => grants.pathOf({ grant: '/etc/passwd', name: 'passwd' })).toThrow(
    expect.objectContaining({ code: 'path-not-granted' }),
  );
});
