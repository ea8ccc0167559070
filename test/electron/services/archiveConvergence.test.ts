/**
 * Three real vaults whose people edit one case at the same time and send each other archives that arrive, get lost, come twice
 * or late: all end alike, and nothing goes but what somebody who had seen it wrote over.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conceptNamed } from '../../../electron/services/archive/concepts/index.ts';
import { hereOf } from '../../../electron/services/archive/here.ts';
import { readRecord } from '../../../electron/services/archive/localRecords.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import type { CaseId, ClaimId, FindingId } from '../../../shared/kernel/ids.ts';
import { inspect, merge, seal, send } from '../../support/archives.ts';
import { openTestCore, type TestCore } from '../../support/openTestCore.ts';

let vaults: [TestCore, TestCore, TestCore];
let cases = 0;

beforeAll(async () => {
  vaults = [await openTestCore(), await openTestCore(), await openTestCore()];
});
afterAll(async () => {
  for (const core of vaults) await core.close();
});

const at = fc.nat(2);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('title', 'claim-text', 'alternatives'), vault: at }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('new-claim', 'new-finding', 'comment', 'withdraw', 'restore'),
      vault: at,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('send'),
      vault: at,
      to: at,
      fate: fc.constantFrom('arrives', 'lost', 'twice', 'late'),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The oracle: what each vault had before its eyes of each field, and what was written over. */
class Seen {
  readonly #known = [new Map<string, Set<string>>(), new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  /** Values that somebody who had them in view wrote over. */
  readonly over = new Set<string>();
  readonly all = new Map<string, Set<string>>();

  wrote(vault: number, field: string, shown: string, value: string): void {
    if (shown !== value) this.over.add(`${field} ${shown}`);
    this.#of(vault, field).add(value);
    const all = this.all.get(field) ?? new Set();
    this.all.set(field, all.add(value));
  }

  #of(vault: number, field: string): Set<string> {
    const known = this.#known[vault] as Map<string, Set<string>>;
    const values = known.get(field) ?? new Set<string>();
    known.set(field, values);
    return values;
  }
}

interface World {
  caseId: CaseId;
  findingId: FindingId;
  claimId: ClaimId;
  seen: Seen;
  late: { path: string; from: number; to: number }[];
  made: { findings: number; claims: number; comments: number };
  count: number;
}

async function begin(): Promise<World> {
  const [a, b, c] = vaults;
  cases += 1;
  const { id: caseId } = await a.run('case.create', {
    reference: `C-TEST-${cases}`,
    title: 'A case of three teams (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  const { id: findingId } = await a.run('finding.create', { caseId, title: 'title 0' });
  const { claimId } = await a.run('finding.addClaim', { findingId, text: 'text 0', provisionIds: [] });
  await send(a, b, caseId);
  await send(a, c, caseId);
  const made = { findings: 1, claims: 1, comments: 0 };
  return { caseId, findingId, claimId, seen: new Seen(), late: [], made, count: 0 };
}

async function take(world: World, one: Step): Promise<void> {
  const { caseId, findingId, claimId, seen, made } = world;
  const core = vaults[one.vault] as TestCore;
  world.count += 1;
  const value = `${one.kind} ${world.count} in vault ${one.vault}`;
  const view = await core.run('finding.get', { findingId });
  const claim = view.claims.find(({ id }) => id === claimId);
  switch (one.kind) {
    case 'title':
      await core.run('finding.update', { findingId, title: value });
      return seen.wrote(one.vault, 'title', view.title, value);
    case 'alternatives':
      await core.run('finding.update', { findingId, alternatives: value });
      return seen.wrote(one.vault, 'alternatives', view.alternatives, value);
    case 'claim-text':
      // A withdrawn claim is out of view.
      if (!claim) return;
      await core.run('finding.updateClaim', { claimId, text: value });
      return seen.wrote(one.vault, 'text', claim.text, value);
    case 'new-claim':
      await core.run('finding.addClaim', { findingId, text: value, provisionIds: [] });
      made.claims += 1;
      return;
    case 'new-finding':
      await core.run('finding.create', { caseId, title: value });
      made.findings += 1;
      return;
    case 'comment':
      await core.run('comment.write', { caseId, subject: { kind: 'finding', id: findingId }, text: value });
      made.comments += 1;
      return;
    case 'withdraw':
      if (claim) await core.run('finding.withdrawClaim', { claimId });
      return;
    case 'restore':
      if (!claim) await core.run('finding.restoreClaim', { claimId });
      return;
    case 'send': {
      if (!('to' in one) || one.to === one.vault) return;
      const to = vaults[one.to] as TestCore;
      const path = await seal(core, to, caseId);
      if (one.fate === 'late') world.late.push({ path, from: one.vault, to: one.to });
      if (one.fate === 'lost' || one.fate === 'late') return;
      for (let times = one.fate === 'twice' ? 2 : 1; times > 0; times--) await receive(to, path);
      return;
    }
  }
}

async function receive(core: TestCore, path: string): Promise<void> {
  const { entry, problems } = await inspect(core, path);
  expect(problems).toEqual([]);
  expect((await merge(core, entry.id)).problems).toBe(0);
}

/** Each hears of each other, by way of the third at least, and what was late arrives after all. */
async function exchangeAll({ caseId, late }: World): Promise<void> {
  const [a, b, c] = vaults;
  for (const { path, to } of late) await receive(vaults[to] as TestCore, path);
  for (const [from, to] of [
    [a, b],
    [b, c],
    [c, a],
    [a, b],
  ] as const)
    await send(from, to, caseId);
}

const compared = ['case', 'finding', 'claim', 'comment'] as const;

/** All that is on record of the case's records, whichever of several values a vault shows. */
function onRecord({ core }: TestCore, world: World): Json {
  const { readable } = core.session.connection;
  const here = hereOf(readable, '2026-01-01T00:00:00.000Z');
  const ids = {
    case: 'SELECT id FROM case_record WHERE id = $caseId',
    finding: 'SELECT id FROM finding WHERE case_id = $caseId ORDER BY id',
    claim:
      'SELECT claim.id FROM claim JOIN finding ON finding.id = finding_id WHERE finding.case_id = $caseId ORDER BY claim.id',
    comment: 'SELECT id FROM comment WHERE case_id = $caseId ORDER BY id',
  };
  return compared.flatMap(name => {
    const concept = conceptNamed(name);
    if (!concept) throw new Error(`no concept ${name}`);
    return readable
      .prepare(ids[name])
      .all({ caseId: world.caseId })
      .map(row => {
        const state = readRecord(readable, here, concept, String(row['id']));
        const fields = [...(state?.fields ?? [])]
          // Where they stand in the list is taken by rule, not asked.
          .filter(([field]) => field !== 'position')
          .map(([field, versions]) => [
            field,
            versions.map(({ value, version }) => canonicalJson({ value, version })).sort(),
          ]);
        return { name, id: String(row['id']), frozen: state?.frozen ?? null, fields } as unknown as Json;
      });
  });
}

function valuesOf({ core }: TestCore, concept: 'finding' | 'claim', id: string, field: string): string[] {
  const { readable } = core.session.connection;
  const found = conceptNamed(concept);
  const state = found && readRecord(readable, hereOf(readable, '2026-01-01T00:00:00.000Z'), found, id);
  return (state?.fields.get(field) ?? []).map(({ value }) => String(value));
}

test('random edits, sent in random order, lost, doubled and late: the same end in all three, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async steps => {
      const world = await begin();
      for (const one of steps) await take(world, one);
      await exchangeAll(world);
      const [a, b, c] = vaults;
      const end = onRecord(a, world);
      expect(onRecord(b, world)).toEqual(end);
      expect(onRecord(c, world)).toEqual(end);

      const { caseId, findingId, claimId, seen, made } = world;
      const findings = await a.run('finding.list', { caseId });
      const count = (wanted: string) => (end as { name: string }[]).filter(({ name }) => name === wanted).length;
      expect({ findings: count('finding'), claims: count('claim'), comments: count('comment') }).toEqual(made);
      // Numbers were given in three vaults at once.
      expect(new Set(findings.map(({ number }) => number)).size).toBe(findings.length);
      for (const [field, all] of seen.all) {
        const [concept, id] = field === 'text' ? (['claim', claimId] as const) : (['finding', findingId] as const);
        const standing = valuesOf(a, concept, id, field);
        for (const value of all)
          expect(standing.includes(value) || seen.over.has(`${field} ${value}`), `“${value}” of ${field}`).toBe(true);
        // What was written over by somebody who had it in view does not come back.
        for (const value of standing) expect(seen.over.has(`${field} ${value}`), `“${value}” came back`).toBe(false);
      }

      // Deciding in one place decides for all.
      for (const open of await a.run('archive.openFields', { caseId }))
        await a.run('archive.settle', {
          concept: open.concept,
          recordId: open.recordId,
          field: open.field,
          choice: 0,
        });
      await send(a, b, caseId);
      await send(b, c, caseId);
      for (const core of vaults) expect(await core.run('archive.openFields', { caseId })).toEqual([]);
      const [first, ...others] = await Promise.all(vaults.map(core => core.run('finding.get', { findingId })));
      for (const other of others) {
        expect({ title: other.title, alternatives: other.alternatives }).toEqual({
          title: first?.title,
          alternatives: first?.alternatives,
        });
        expect(other.claims.map(({ text }) => text).sort()).toEqual(first?.claims.map(({ text }) => text).sort());
      }
    }),
    { numRuns: 3 },
  );
  for (const core of vaults) expect(await core.run('vault.verify', {})).toMatchObject({ ok: true });
}, 120_000);
