/** The contract: every operation that the renderer or the command line may ask of the core. */
import type { z } from 'zod';
import { archiveContract } from './archive.ts';
import { caseContract } from './case.ts';
import { chartContract } from './chart.ts';
import { citationContract } from './citation.ts';
import { compartmentContract } from './compartment.ts';
import { commentContract } from './comment.ts';
import { copyContract } from './copy.ts';
import { custodyContract } from './custody.ts';
import { departureContract } from './departure.ts';
import { entityContract } from './entity.ts';
import { exhibitContract } from './exhibit.ts';
import { figureContract } from './figure.ts';
import { findingContract } from './finding.ts';
import { identityContract } from './identity.ts';
import { interchangeContract } from './interchange.ts';
import { jobContract } from './job.ts';
import { mapContract } from './map.ts';
import { mentionContract } from './mention.ts';
import { passageContract } from './passage.ts';
import { proposalContract } from './proposal.ts';
import { recognitionContract } from './recognition.ts';
import { redactionContract } from './redaction.ts';
import { referenceContract } from './reference.ts';
import { reportContract } from './report.ts';
import { requestContract } from './request.ts';
import { searchContract } from './search.ts';
import { sourceContract } from './source.ts';
import { stixContract } from './stix.ts';
import { threadContract } from './thread.ts';
import { timelineContract } from './timeline.ts';
import { translationContract } from './translation.ts';
import { vaultContract } from './vault.ts';

export const contract = {
  ...vaultContract,
  ...caseContract,
  ...sourceContract,
  ...exhibitContract,
  ...passageContract,
  ...proposalContract,
  ...findingContract,
  ...citationContract,
  ...requestContract,
  ...searchContract,
  ...recognitionContract,
  ...reportContract,
  ...custodyContract,
  ...jobContract,
  ...copyContract,
  ...commentContract,
  ...threadContract,
  ...translationContract,
  ...entityContract,
  ...mentionContract,
  ...chartContract,
  ...timelineContract,
  ...mapContract,
  ...figureContract,
  ...interchangeContract,
  ...referenceContract,
  ...stixContract,
  ...identityContract,
  ...compartmentContract,
  ...departureContract,
  ...redactionContract,
  ...archiveContract,
} as const;

export type Contract = typeof contract;
export type OperationName = keyof Contract;
/** As the caller writes it: fields with defaults may be left out. */
export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>;
/** As the handler gets it, parsed. */
export type ParsedInputOf<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]['output']>;

type NamesOfKind<Kind> = { [Name in OperationName]: Contract[Name]['kind'] extends Kind ? Name : never }[OperationName];
export type QueryName =
  | NamesOfKind<'query' | 'inquiry'>
  | Extract<NamesOfKind<'host'>, 'vault.status' | 'vault.recent' | 'vault.judgePassphrase'>;
export type CommandName = NamesOfKind<'command' | 'host' | 'job'>;

/** The concept of an operation, whose `changed` event its success announces: `citation.cite` → `citation`. */
export function conceptOf(name: OperationName): string {
  return name.slice(0, name.indexOf('.'));
}
