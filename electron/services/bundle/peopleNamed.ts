/** Before a bundle leaves: which people of the team it names. Who hunts investigators reads a bundle for that first. */
import type { PreFlight } from '../../../shared/contract/report.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { note, warning } from '../report/index.ts';
import type { GatheredBundle } from './gatherBundle.ts';
import { bundleComments } from './toBundleComments.ts';

export function peopleNamed(db: ReadableDb, gathered: GatheredBundle): PreFlight['concerns'] {
  const { input, going, choice, concealer } = gathered;
  const names = [
    input.case.lead,
    input.compiledBy,
    ...going.map(exhibit => exhibit.obtainedBy),
    ...input.findings.flatMap(({ claims }) => claims.flatMap(({ judgement }) => judgement?.by ?? [])),
    ...bundleComments(db, gathered).map(({ author }) => author.name),
  ].map(name => concealer.conceal(name.trim()));
  const people = [...new Set(names)].filter(name => name !== '').sort();
  if (people.length === 0) return [];
  const sentence = `It names who worked on it: ${people.join(', ')}. Its custody log names who took each step.`;
  // These read everything, and pass it on.
  return [choice.audience === 'public' || choice.audience === 'community' ? warning(sentence) : note(sentence)];
}
