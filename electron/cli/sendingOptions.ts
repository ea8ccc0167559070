/** Options that every way out has: for whom, why, and what stays. */
import { type Command, Option } from 'commander';
import type { LeavingChoice } from '../../shared/domain/departure/index.ts';
import { type AudienceId, audienceIds } from '../../shared/domain/departure/index.ts';
import { readExhibitNumber } from '../../shared/domain/exhibit.ts';
import { findingName } from '../../shared/domain/finding.ts';
import { type HandlingMark, handlingMarks } from '../../shared/domain/handlingMark.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { CaseId, FindingId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { requireSourceNamed } from './departureCommands.ts';
import { requireNumbered } from './exhibitsOfVault.ts';

export interface SendingOptions {
  audience?: AudienceId;
  recipient?: string;
  reason?: string;
}

export interface ChoiceOptions extends SendingOptions {
  case: string;
  finding?: string[];
  leaveOut?: string[];
  only?: HandlingMark[];
  inPlace?: string[];
  disclose?: string[];
}

export function audienceOption(): Option {
  return new Option('--audience <audience>', 'who may receive it; what it may not have stays').choices(audienceIds);
}

export function sendingOf({ audience, recipient = '', reason = '' }: SendingOptions) {
  return { audience: audience ?? null, recipient, reason };
}

export function withChoice(command: Command): Command {
  return command
    .addOption(audienceOption())
    .option('--finding <numbers...>', 'these findings only, such as F-1')
    .option('--leave-out <exhibits...>', 'exhibits that stay, such as EX-0003')
    .addOption(new Option('--only <marks...>', 'exhibits with other handling marks stay').choices(handlingMarks))
    .option('--in-place <pairs...>', 'EX-0001=EX-0009: this copy goes in the place of what it was made from')
    .option('--disclose <sources...>', 'confidential sources whose names go; each must have been asked for twice');
}

/** @throws not-found, invalid-input */
export async function choiceOf(
  core: Core,
  caseId: CaseId,
  options: ChoiceOptions,
): Promise<LeavingChoice & { findingIds: FindingId[] | null }> {
  const exhibit = (typed: string) => requireNumbered(core, options.case, typed).id;
  return {
    audience: options.audience ?? null,
    marks: options.only ?? null,
    leaveOut: (options.leaveOut ?? []).map(exhibit),
    inPlace: (options.inPlace ?? []).map(typed => {
      const [original = '', copy = ''] = typed.split('=');
      if (readExhibitNumber(original) === null || readExhibitNumber(copy) === null)
        throw new ProbatumError('invalid-input', {
          operation: '--in-place',
          problem: `“${typed}” is no pair such as EX-0001=EX-0009`,
        });
      return { originalId: exhibit(original), copyId: exhibit(copy) };
    }),
    disclose: await Promise.all((options.disclose ?? []).map(typed => requireSourceNamed(core, typed))),
    findingIds: options.finding ? await findingsNamed(core, caseId, options.finding) : null,
  };
}

async function findingsNamed(core: Core, caseId: CaseId, typed: readonly string[]): Promise<FindingId[]> {
  const findings = await core.dispatcher.run('finding.list', { caseId });
  return typed.map(one => {
    const wanted = one.trim().toUpperCase();
    const found = findings.find(finding => [findingName(finding), String(finding.number)].includes(wanted));
    if (!found) throw new ProbatumError('not-found', { what: 'finding', id: one });
    return found.id;
  });
}
