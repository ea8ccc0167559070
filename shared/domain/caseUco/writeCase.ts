/**
 * The custody logs of a case as CASE/UCO JSON-LD: each event an investigative action with who, when, in which vault, by which tool and
 * on what; each exhibit a file with its digest, gathered with what was done to it in a provenance record. The same content makes the
 * same bytes.
 */
import type { CustodyEvent } from '../custody.ts';
import { CONTEXT, hashNode, type Node, nodeId, ref, typed } from './terms.ts';

export interface CustodyExhibit {
  id: string;
  /** `EX-0042`. */
  number: string;
  fileName: string;
  title: string;
  sha256: string;
  sizeBytes: number;
  mediaType: string;
  handlingMark: string;
  admittedAt: string;
}

export interface CustodyCase {
  id: string;
  reference: string;
  title: string;
  handlingMark: string;
  /** Of the program that kept the log. */
  version: string;
  /** In the order of their numbers. */
  exhibits: readonly CustodyExhibit[];
  /** Of this vault first, then what archives brought of others. */
  logs: readonly CaseLog[];
}

export interface CaseLog {
  /** '' for the vault that exports. */
  vaultId: string;
  /** Five letters. */
  vaultCode: string;
  /** Empty where none is known. */
  team: string;
  /** In the order of the chain. */
  events(): Iterable<CustodyEvent>;
}

export function* writeCase(log: CustodyCase): Generator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
  let isFirst = true;
  for (const node of nodesOf(log)) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(node)}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

function* nodesOf(log: CustodyCase): Generator<Node> {
  const tool = nodeId('Tool', 'Probatum', log.version);
  yield { '@id': tool, '@type': 'uco-tool:Tool', 'uco-core:name': 'Probatum', 'uco-tool:version': log.version };
  const files = new Map<string, string>();
  for (const exhibit of log.exhibits) {
    files.set(exhibit.id, nodeId('File', exhibit.id));
    yield fileNode(exhibit);
  }
  const done = new Map<string, string[]>();
  const loose: string[] = [];
  for (const one of log.logs) {
    for (const node of logNodes(log, one, tool, files, (exhibitId, id) => {
      const ofExhibit = exhibitId === null ? loose : (done.get(exhibitId) ?? []);
      ofExhibit.push(id);
      if (exhibitId !== null) done.set(exhibitId, ofExhibit);
    }))
      yield node;
  }
  for (const exhibit of log.exhibits) yield provenanceNode(exhibit, done.get(exhibit.id) ?? []);
  yield {
    '@id': nodeId('Investigation', log.id),
    '@type': 'case-investigation:Investigation',
    'uco-core:name': log.reference,
    'uco-core:description': log.title,
    'uco-core:tag': log.handlingMark,
    'uco-core:object': [...log.exhibits.map(({ id }) => ref(nodeId('ProvenanceRecord', id))), ...loose.map(ref)],
  };
}

/** The vault with the people who worked in it, each before the first thing that they did. One name in two vaults is two people, as far as we know. */
function* logNodes(
  log: CustodyCase,
  { vaultId, vaultCode, team, events }: CaseLog,
  ownTool: string,
  files: ReadonlyMap<string, string>,
  gather: (exhibitId: string | null, actionId: string) => void,
): Generator<Node> {
  const vault = nodeId('Vault', log.id, vaultCode, vaultId);
  const isOwn = vaultId === '';
  // By which version others recorded theirs, their log does not say.
  const tool = isOwn ? ownTool : nodeId('Tool', 'Probatum', vaultId);
  const people = new Map<string, string>();
  for (const event of events()) {
    if (people.size === 0) {
      yield vaultNode(vault, vaultCode, team);
      if (!isOwn) yield { '@id': tool, '@type': 'uco-tool:Tool', 'uco-core:name': 'Probatum' };
    }
    let performer = people.get(event.actor);
    if (performer === undefined) {
      performer = nodeId('Identity', log.id, ...(isOwn ? [] : [vaultId]), event.actor);
      people.set(event.actor, performer);
      yield { '@id': performer, '@type': 'uco-identity:Identity', 'uco-core:name': event.actor };
    }
    const file = event.exhibitId === null ? undefined : files.get(event.exhibitId);
    const node = actionNode(event, { performer, tool, vault, file });
    yield node;
    gather(file === undefined ? null : event.exhibitId, String(node['@id']));
  }
}

function vaultNode(id: string, vaultCode: string, team: string): Node {
  return {
    '@id': id,
    '@type': 'uco-observable:ObservableObject',
    'uco-core:name': `Vault ${vaultCode}`,
    ...(team === '' ? {} : { 'uco-core:description': `The vault of ${team}, in which the log was kept.` }),
  };
}

function fileNode(exhibit: CustodyExhibit): Node {
  return {
    '@id': nodeId('File', exhibit.id),
    '@type': 'uco-observable:File',
    'uco-core:name': exhibit.title,
    'uco-core:tag': exhibit.handlingMark,
    'uco-core:objectCreatedTime': typed('xsd:dateTime', exhibit.admittedAt),
    'uco-core:hasFacet': [
      {
        '@id': nodeId('FileFacet', exhibit.id),
        '@type': 'uco-observable:FileFacet',
        'uco-observable:fileName': exhibit.fileName,
        'uco-observable:sizeInBytes': typed('xsd:integer', String(exhibit.sizeBytes)),
      },
      {
        '@id': nodeId('ContentDataFacet', exhibit.id),
        '@type': 'uco-observable:ContentDataFacet',
        'uco-observable:mimeType': exhibit.mediaType,
        'uco-observable:sizeInBytes': typed('xsd:integer', String(exhibit.sizeBytes)),
        'uco-observable:hash': [hashNode(exhibit.sha256)],
      },
    ],
  };
}

/** What makes the file an exhibit, or another one of it, has it as its result; what was done to it has it as its object. */
const MAKES = new Set<string>(['exhibit-admitted', 'exhibit-redacted']);

function actionNode(
  event: CustodyEvent,
  { performer, tool, vault, file }: { performer: string; tool: string; vault: string; file: string | undefined },
): Node {
  const details = Object.entries(event.details).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    // The hash of an event is its own in every log.
    '@id': nodeId('InvestigativeAction', event.hash),
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': event.action,
    'uco-core:description': [event.subject, ...details.map(([key, value]) => `${key}: ${value}`)].join('; '),
    // What is recorded is a moment, not a span: it begins and ends with it.
    'uco-action:startTime': typed('xsd:dateTime', event.at),
    'uco-action:endTime': typed('xsd:dateTime', event.at),
    'uco-action:performer': ref(performer),
    'uco-action:instrument': ref(tool),
    'uco-action:environment': ref(vault),
    ...(file === undefined ? {} : { [MAKES.has(event.action) ? 'uco-action:result' : 'uco-action:object']: ref(file) }),
    ...chainOf(event),
  };
}

/** All that the hash covers, so that whoever knows how the chain is made can check it from this file alone. */
function chainOf(event: CustodyEvent): Node {
  return {
    'probatum:seq': typed('xsd:integer', String(event.seq)),
    'probatum:caseId': event.caseId ?? '',
    'probatum:exhibitId': event.exhibitId ?? '',
    'probatum:subject': event.subject,
    'probatum:sha256': event.sha256 ?? '',
    'probatum:details': JSON.stringify(event.details),
    'probatum:previousHash': typed('xsd:hexBinary', event.previousHash),
    'probatum:hash': typed('xsd:hexBinary', event.hash),
  };
}

function provenanceNode(exhibit: CustodyExhibit, actions: readonly string[]): Node {
  return {
    '@id': nodeId('ProvenanceRecord', exhibit.id),
    '@type': 'case-investigation:ProvenanceRecord',
    'case-investigation:exhibitNumber': exhibit.number,
    'uco-core:description': exhibit.title,
    'uco-core:object': [ref(nodeId('File', exhibit.id)), ...actions.map(ref)],
  };
}
