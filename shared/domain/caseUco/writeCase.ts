/**
 * The custody log of a case as CASE/UCO JSON-LD: each event an investigative action with who, when, by which tool and on what; each
 * exhibit a file with its digest, gathered with what was done to it in a provenance record. The same content makes the same bytes.
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
  const people = new Map<string, string>();
  const done = new Map<string, string[]>();
  const loose: string[] = [];
  for (const event of log.events()) {
    let performer = people.get(event.actor);
    if (performer === undefined) {
      performer = nodeId('Identity', log.id, event.actor);
      people.set(event.actor, performer);
      yield { '@id': performer, '@type': 'uco-identity:Identity', 'uco-core:name': event.actor };
    }
    const file = event.exhibitId === null ? undefined : files.get(event.exhibitId);
    const node = actionNode(event, { performer, tool, file });
    yield node;
    const id = String(node['@id']);
    if (event.exhibitId === null || file === undefined) loose.push(id);
    else {
      const ofExhibit = done.get(event.exhibitId);
      if (ofExhibit) ofExhibit.push(id);
      else done.set(event.exhibitId, [id]);
    }
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
  { performer, tool, file }: { performer: string; tool: string; file: string | undefined },
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
