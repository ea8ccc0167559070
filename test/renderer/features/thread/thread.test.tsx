// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ThreadOfExhibit } from '../../../../renderer/features/thread/index.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

const mail = (id: string, subject: string, day: number, answers = '') =>
  [
    'From: one@example.org',
    `Message-ID: <${id}@x>`,
    ...(answers === '' ? [] : [`In-Reply-To: <${answers}@x>`]),
    `Subject: ${subject}`,
    `Date: ${day} Mar 2018 10:00:00 +0000`,
    '',
    `Exercise, invented. ${id}`,
  ].join('\r\n');

let core: CaseOfTexts;
let last: ExhibitId;
beforeEach(async () => {
  core = await openCaseOfTexts({
    'a.eml': mail('1', 'Charter', 1),
    'b.eml': mail('2', 'Re: Charter', 2, '1'),
    'c.eml': mail('4', 'Re: Charter', 4, '3'),
  });
  const { rows } = await core.run('exhibit.list', { caseId: core.caseId });
  last = rows[2]?.id as ExhibitId;
});
afterEach(async () => {
  cleanup();
  await core.close();
});

test('gaps are told, and what is joined by subject alone stands apart as a proposal', async () => {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId: last }}>
      <ThreadOfExhibit exhibitId={last} />
    </Workbench>,
  );
  const list = await screen.findByRole('list', { name: 'Messages of the conversation' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual(['It begins with a message that is not in this case.', expect.stringContaining('EX-0003')]);
  expect(within(list).getByRole('button', { current: true }).textContent).toContain('EX-0003');
  const proposed = screen.getByRole('list', { name: 'Messages with the same subject' });
  expect(
    within(proposed)
      .getAllByRole('button')
      .map(button => button.textContent?.slice(0, 7)),
  ).toEqual(['EX-0001', 'EX-0002']);
  expect(await axeFindings()).toEqual([]);
});
