/**
 * Entities of a case as a STIX 2.1 bundle: each in the native type that fits, with the whole of what we state in an extension beside it,
 * so that readers of STIX see what they know and coming back loses nothing. The same content makes the same bytes.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { schemaOrThing } from '../ftm/index.ts';
import type { HandlingMark } from '../handlingMark.ts';
import type { LeavingEntities, LeavingEntity } from '../interchange/interchangeEntity.ts';
import { shapeOf } from './domainObject.ts';
import { openMaker, type StixTimes } from './makeObjects.ts';
import { markingOf } from './marking.ts';
import { originalOf } from './original.ts';
import { ourStixId } from './stixIds.ts';
import { extensionDefinitions, PROBATUM, type StixObject } from './stixObject.ts';
import { withExtension } from './nativeDigest.ts';

export interface StixCase {
  id: string;
  reference: string;
  createdAt: string;
}

/** A finding as a report: what it says, how sure that is, and whom it is about. */
export interface StixFinding {
  id: string;
  /** `F-1`. */
  number: string;
  title: string;
  /** Its claims with their status, and what it falls short of. */
  description: string;
  stage: string;
  status: string;
  confidence: number | null;
  created: string;
  modified: string;
  /** Ids under which entities leave. */
  entityIds: readonly string[];
}

export interface StixSource {
  case: StixCase;
  /** Of the whole file: asked once it is known what goes, since what that rests on may be marked stricter than the case. */
  mark(): HandlingMark;
  entities: LeavingEntities;
  /** When the statements of an entity were recorded: the first, and the last. */
  timesOf(id: string): StixTimes;
  findings: readonly StixFinding[];
  /** Told of a finding that has no report, since STIX asks that it names an object. */
  onFindingLeftOut(number: string): void;
}

export function* writeStix(source: StixSource): Generator<string> {
  const refs = new Map<string, string>();
  const foreign = new Set<string>();
  const digest = sha256.create();
  for (const entity of source.entities.entities()) {
    const ref = refOf(entity);
    if (ref !== null) refs.set(entity.id, ref);
    if (originalOf(entity.id, entity.values)) foreign.add(entity.id);
    digest.update(utf8ToBytes(`${entity.id} ${source.timesOf(entity.id).modified}\n`));
  }
  for (const finding of source.findings)
    if (objectsNamed(finding, refs).length === 0) source.onFindingLeftOut(finding.number);
  const bundleId = ourStixId('bundle', source.case.id, bytesToHex(digest.digest()));
  yield `{"type":"bundle","id":${JSON.stringify(bundleId)},"objects":[`;
  let isFirst = true;
  for (const object of objectsOf(source, refs, foreign)) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(object)}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

/** Where an entity is found in the bundle by others; null for a tie, which has its ends instead. */
function refOf(entity: LeavingEntity): string | null {
  const original = originalOf(entity.id, entity.values);
  if (original) return original.id;
  if (schemaOrThing(entity.schema).edge) return null;
  const shape = shapeOf(entity);
  return shape.kind === 'observable' ? shape.object.id : ourStixId(shape.type, entity.id);
}

function* objectsOf(
  source: StixSource,
  refs: ReadonlyMap<string, string>,
  foreign: ReadonlySet<string>,
): Generator<StixObject> {
  const team = teamOf(source.case);
  yield* extensionDefinitions();
  const marking = markingOf(source.mark());
  yield marking;
  yield team;
  const maker = openMaker({
    refs,
    team: team.id,
    marking: marking.id,
    caseId: source.case.id,
    caseReference: source.case.reference,
    foreign,
    written: new Set([PROBATUM, marking.id, team.id]),
  });
  for (const entity of source.entities.entities()) yield* maker.objects(entity, source.timesOf(entity.id));
  for (const finding of source.findings) {
    const report = reportOf(finding, refs, { team: team.id, marking: marking.id });
    if (report) yield report;
  }
}

/** Without names of people: whoever works on a case is not told by the way. */
function teamOf({ id, reference, createdAt }: StixCase): StixObject {
  return withExtension(
    {
      type: 'identity',
      spec_version: '2.1',
      id: ourStixId('identity', 'team', id),
      created: createdAt,
      modified: createdAt,
      name: `Team of case ${reference}`,
      identity_class: 'group',
    },
    { derived: 'team' },
  );
}

function objectsNamed({ entityIds }: StixFinding, refs: ReadonlyMap<string, string>): string[] {
  return [...new Set(entityIds.flatMap(id => refs.get(id) ?? []))];
}

function reportOf(
  finding: StixFinding,
  refs: ReadonlyMap<string, string>,
  { team, marking }: { team: string; marking: string },
): StixObject | null {
  const named = objectsNamed(finding, refs);
  if (named.length === 0) return null;
  return withExtension(
    {
      type: 'report',
      spec_version: '2.1',
      id: ourStixId('report', finding.id),
      created_by_ref: team,
      created: finding.created,
      modified: finding.modified,
      ...(finding.confidence === null ? {} : { confidence: finding.confidence }),
      labels: [finding.stage, finding.status],
      name: `${finding.number} ${finding.title}`,
      description: finding.description,
      published: finding.modified,
      object_refs: named,
      object_marking_refs: [marking],
    },
    { derived: 'finding' },
  );
}
