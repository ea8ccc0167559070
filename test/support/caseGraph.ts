/** A CASE/UCO file as a graph: what breaks its form, and the custody events read back from their actions. */
import { CustodyEvent } from '../../shared/domain/custody.ts';

export type Node = Record<string, unknown>;

export interface CaseFile {
  '@context': Record<string, string>;
  '@graph': Node[];
}

/** Every term is of a prefix of the context, every name is given once and ends with a UUID, every reference is resolved. */
export function problemsOfCase({ '@context': context, '@graph': graph }: CaseFile): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  const refs: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Node;
      const keys = Object.keys(node);
      const id = String(node['@id']);
      if (keys.length === 1 && keys[0] === '@id') refs.push(id);
      else if ('@id' in node) {
        if (ids.has(id)) problems.push(`${id} is given twice`);
        ids.add(id);
        if (!/^kb:[A-Za-z]+-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))
          problems.push(`${id} is no name`);
      }
      for (const [key, inner] of Object.entries(node)) {
        const term = key === '@type' ? String(inner) : key;
        if (!term.startsWith('@') && !((term.split(':')[0] as string) in context))
          problems.push(`${term} is of no prefix`);
        walk(inner);
      }
    }
  };
  walk(graph);
  return [...problems, ...refs.filter(one => !ids.has(one)).map(one => `${one} is not there`)];
}

export const ofType = (graph: readonly Node[], type: string): Node[] => graph.filter(node => node['@type'] === type);

export function actionsOf(graph: readonly Node[]): Node[] {
  return ofType(graph, 'case-investigation:InvestigativeAction');
}

/** What a reference of a node leads to. */
export function follow(graph: readonly Node[], node: Node | undefined, term: string): Node | undefined {
  const id = (node?.[term] as Node | undefined)?.['@id'];
  return graph.find(one => one['@id'] === id);
}

/** All that the hash covers, from the file alone. */
export function eventOf(graph: readonly Node[], action: Node): CustodyEvent {
  const value = (term: string) => (action[term] as Node)['@value'];
  const orNull = (term: string) => (action[term] === '' ? null : action[term]);
  return CustodyEvent.parse({
    seq: Number(value('probatum:seq')),
    at: value('uco-action:startTime'),
    actor: follow(graph, action, 'uco-action:performer')?.['uco-core:name'],
    action: action['uco-core:name'],
    caseId: orNull('probatum:caseId'),
    exhibitId: orNull('probatum:exhibitId'),
    subject: action['probatum:subject'],
    sha256: orNull('probatum:sha256'),
    details: JSON.parse(String(action['probatum:details'])),
    previousHash: value('probatum:previousHash'),
    hash: value('probatum:hash'),
  });
}
