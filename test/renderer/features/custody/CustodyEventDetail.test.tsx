// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CustodyEventDetail } from '../../../../renderer/features/custody/CustodyEventDetail.tsx';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from '../finding/findingCase.ts';

let core: FindingCase;
beforeAll(async () => {
  core = await openFindingCase();
});
afterAll(async () => {
  cleanup();
  await core.close();
});

test('who recorded a remark and whose it is stand in a line each; of a received event, its vault', async () => {
  await core.run('identity.make', { name: '김검토', team: 'Example Institute' });
  const { findingId, caseId } = core;
  await core.run('comment.write', {
    caseId,
    subject: { kind: 'finding', id: findingId },
    text: 'Which registry?',
  });
  const { events } = await core.run('custody.list', { caseId });
  const event = events.find(({ action }) => action === 'comment-written');
  if (!event) throw new Error('the remark left no event');
  render(
    <Workbench route={{ place: 'custody', caseId }}>
      <CustodyEventDetail event={{ ...event, vaultCode: 'QRTBA' }} />
    </Workbench>,
  );
  const terms = screen.getAllByRole('term').map(one => [one.textContent, one.nextElementSibling?.textContent]);
  expect(terms).toContainEqual(['Recorded by', event.actor]);
  expect(terms).toContainEqual(['Author', '김검토']);
  expect(terms).toContainEqual(['In the vault', 'QRTBA']);
  expect(terms.filter(([term]) => /^by$/i.test(term ?? ''))).toEqual([]);
  expect(within(document.body).getByRole('heading', { level: 2 }).textContent).toContain('Comment written');
  expect(await axeFindings()).toEqual([]);
});
