/** Provisions of the regime that ship with the app, searchable by words, topic and the day on which they bound. */
import regime from '../../../shared/data/regime-1718.json' with { type: 'json' };
import type { OperationName, OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { isCitableProvision, Provision } from '../../../shared/domain/provision.ts';
import { foldText } from '../../../shared/domain/text/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../handlers.ts';

const adoptedOn = new Map(regime.resolutions.map(resolution => [resolution.number, resolution.adopted]));

export const provisions: readonly Provision[] = regime.provisions.map(row =>
  Provision.parse({
    ...row,
    inForceFrom: adoptedOn.get(row.resolution) ?? '',
    inForceUntil: supersededOn(row.relates),
    relations: row.relates.map(({ relation, target }) => `${relation} ${target}`),
  }),
);

/** The day a later resolution took its place, from `superseded-by 2397 (2017) ¶5`; null while it stands. */
function supersededOn(relates: readonly { relation: string; target: string }[]): string | null {
  const days = relates
    .filter(one => one.relation === 'superseded-by')
    .flatMap(one => adoptedOn.get(one.target.replace(/ ¶.*$/, '')) ?? []);
  return days.sort()[0] ?? null;
}

const byId = new Map(provisions.map(provision => [provision.id, provision]));

export function findProvisions(ids: readonly string[]): Provision[] {
  return ids.flatMap(id => byId.get(id) ?? []);
}

/** @throws provision-not-citable */
export function requireCitableProvision(id: string): void {
  const provision = byId.get(id);
  if (!provision)
    throw new ProbatumError('provision-not-citable', { provisionId: id, reason: 'this regime has no such provision' });
  if (!isCitableProvision(provision))
    throw new ProbatumError('provision-not-citable', {
      provisionId: id,
      reason: 'it calls on States and does not bind',
    });
}

/** All words must occur somewhere in the row; whatever is written as `2397 5` or `¶5` is found by its numbers. */
function searchProvisions({
  words,
  topics,
  inForceOn,
  includeCalls,
}: ParsedInputOf<'provision.search'>): OutputOf<'provision.search'> {
  const wanted = foldText(words)
    .folded.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return provisions.filter(provision => {
    if (!includeCalls && !isCitableProvision(provision)) return false;
    if (topics.length > 0 && !topics.some(topic => provision.topics.includes(topic))) return false;
    if (inForceOn !== null && !wasInForce(provision, inForceOn)) return false;
    const text = foldText(
      `${provision.id} ${provision.resolution} ${provision.paragraph} ${provision.summary} ${provision.topics.join(' ')} ${provision.addressee}`,
    ).folded;
    return wanted.every(word => text.includes(word));
  });
}

function wasInForce({ inForceFrom, inForceUntil }: Provision, day: string): boolean {
  return inForceFrom <= day && (inForceUntil === null || day < inForceUntil);
}

function countTopics(): OutputOf<'provision.topics'> {
  const counts = new Map<string, number>();
  for (const { topics } of provisions.filter(isCitableProvision))
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .sort((left, right) => (left.topic < right.topic ? -1 : 1));
}

export const provisionHandlers = {
  'provision.search': (_, input) => searchProvisions(input),
  'provision.topics': () => countTopics(),
  'provision.get': (_, { provisionIds }) => findProvisions(provisionIds),
} satisfies Handlers<Extract<OperationName, `provision.${string}`>>;
