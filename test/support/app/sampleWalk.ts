/** The walk on the sample case, unattended: each place pictured in both themes, a passage cited, everything exported. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkChain, createVault, loadSampleCase, lockAndUnlock } from './caseSteps.ts';
import { citeWords, openFinding } from './findingSteps.ts';
import { launchApp, type Theme } from './launchApp.ts';
import { compile, exportBundle, FORMATS } from './leavingSteps.ts';
import { putAway, SAMPLE_FINDING, views } from './places.ts';
import { openHit, search } from './searchSteps.ts';

/** Leaves reports, bundle and pictures in `out`, and answers what went wrong in the window meanwhile, if anything. */
export async function sampleWalk(out: string, say: (line: string) => void): Promise<string[]> {
  const pictures = join(out, 'screenshots');
  for (const old of ['screenshots', 'bundle.zip', ...FORMATS.map(({ suffix }) => `report.${suffix}`)])
    rmSync(join(out, old), { recursive: true, force: true });
  // The vault is not left behind: its passphrase is in this very program.
  const vaults = mkdtempSync(join(tmpdir(), 'probatum-walk-'));
  const run = await launchApp({ pictures });
  try {
    say('First run: a vault, and the sample case in it …');
    for (const theme of ['dark', 'light'] as const) {
      await run.theme(theme);
      await run.picture(`00-first-run-${theme}`);
    }
    await createVault(run, join(vaults, 'walk.probatum'), 'The walk');
    await loadSampleCase(run);

    for (const theme of ['dark', 'light'] satisfies Theme[]) {
      say(`Each place, ${theme} …`);
      await run.theme(theme);
      for (const [at, { name, show }] of views.entries()) {
        await putAway(run);
        await show(run);
        await run.picture(`${String(at + 1).padStart(2, '0')}-${name}-${theme}`);
      }
    }

    say('A word searched for, its page opened, the sentence cited to the claim in hand …');
    await openFinding(run, SAMPLE_FINDING);
    await run.page
      .getByRole('article', { name: 'Claim 1' })
      .getByRole('button', { name: /^Take in hand/ })
      .click();
    await search(run, '"Fenders and two hoses"');
    await openHit(run, /^p\. 1/, 'Fenders and two hoses');
    await citeWords(run, 'Fenders and two hoses between the manifolds are visible');
    await run.picture('20-cited');

    for (const format of FORMATS) {
      say(`The report as ${format.name} …`);
      await compile(run, format, join(out, `report.${format.suffix}`));
    }
    say('The bundle for a reviewer …');
    await exportBundle(
      run,
      join(out, 'bundle.zip'),
      'Reviewer of the exercise',
      'The unattended walk of the sample case.',
    );
    await run.picture('21-exchange');

    say('Locked, unlocked, the custody chain checked …');
    await lockAndUnlock(run);
    const events = await checkChain(run);
    await run.picture('22-custody');
    say(`The chain is whole: ${events} events.`);
    return [...run.heard, ...(await run.foreignRequests())];
  } catch (error) {
    await run.picture('99-where-it-stopped').catch(() => undefined);
    throw error;
  } finally {
    await run.close();
    rmSync(vaults, { recursive: true, force: true });
  }
}
