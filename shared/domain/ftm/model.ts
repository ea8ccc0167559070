/**
 * The FollowTheMoney model as data: which schemata there are, what they extend, and their properties. The model's own file is
 * read (70 schemata of version 3.8); a few properties that the field needs and the model lacks are added and marked as ours,
 * so that they leave under a key of their own and no reader of FollowTheMoney stumbles over them.
 */
import modelFile from '@alephdata/followthemoney/dist/defaultModel.json';

export interface FtmProperty {
  name: string;
  label: string;
  /** `name`, `date`, `country`, `identifier`, `entity`, … */
  type: string;
  description: string;
  /** For `entity`: the schema that the other side must be, or descend from. */
  range: string | null;
  /** The property as seen from the other side, for the words. */
  reverse: string | null;
  /** Only the other side of a property; holds no value of its own. */
  isStub: boolean;
  isHidden: boolean;
  /** Comparable between records of one subject. */
  isMatchable: boolean;
  maxLength: number | null;
  /** `imo`, `iban`, `bic`, …: how the model says that it is checked. */
  format: string | null;
  /** Added by us: not of the public model. */
  isOurs: boolean;
}

export interface FtmEdge {
  source: string;
  target: string;
  directed: boolean;
  /** As read from source to target: "owns". */
  label: string;
}

export interface FtmSchema {
  name: string;
  label: string;
  plural: string;
  description: string;
  /** Itself and all that it descends from. */
  lineage: ReadonlySet<string>;
  /** Own and inherited, by name. */
  properties: ReadonlyMap<string, FtmProperty>;
  /** Names of properties to show first. */
  featured: readonly string[];
  /** Names of properties that name it, the best first. */
  caption: readonly string[];
  required: readonly string[];
  isAbstract: boolean;
  edge: FtmEdge | null;
  temporal: { start: readonly string[]; end: readonly string[] };
}

interface FileProperty {
  name: string;
  label: string;
  type: string;
  description?: string;
  range?: string;
  reverse?: string;
  stub?: boolean;
  hidden?: boolean;
  matchable?: boolean;
  maxLength?: number;
  format?: string;
}
interface FileSchema {
  label: string;
  plural: string;
  description?: string | null;
  extends?: string[];
  schemata: string[];
  properties: Record<string, FileProperty>;
  featured?: string[];
  caption?: string[];
  required?: string[];
  abstract?: boolean;
  edge?: { source: string; target: string; directed?: boolean; label?: string };
  temporalExtent?: { start?: string[]; end?: string[] };
}

interface FileModel {
  schemata: Record<string, FileSchema>;
  types: Record<string, { values?: Record<string, string> }>;
}
const file = modelFile as unknown as FileModel;

/** Properties of ours, by the schema that they join. */
const OURS: Readonly<Record<string, readonly FileProperty[]>> = {
  // Malware, infrastructure, threat actor: what it is in a cyber case, by the word of STIX 2.1.
  Thing: [{ name: 'stixType', label: 'Kind in STIX', type: 'string' }],
  Event: [
    { name: 'eventKind', label: 'Kind of event', type: 'string' },
    { name: 'quantity', label: 'Quantity', type: 'quantity' },
    { name: 'position', label: 'Position', type: 'position' },
    { name: 'participant', label: 'Participant', type: 'entity', range: 'Thing' },
  ],
  Vessel: [
    { name: 'classificationSociety', label: 'Classification society', type: 'string' },
    { name: 'insurer', label: 'Insurer', type: 'string' },
  ],
};

const schemata = new Map<string, FtmSchema>();

/** A schema of the model, or null for one that it does not know. */
export function schemaNamed(name: string): FtmSchema | null {
  const made = schemata.get(name);
  if (made) return made;
  if (!Object.hasOwn(file.schemata, name)) return null;
  const schema = makeSchema(name, file.schemata[name] as FileSchema);
  schemata.set(name, schema);
  return schema;
}

/** As `schemaNamed`; a schema that the model does not know is treated as a thing, and keeps its name. */
export function schemaOrThing(name: string): FtmSchema {
  return schemaNamed(name) ?? (schemaNamed('Thing') as FtmSchema);
}

export function schemaNames(): string[] {
  return Object.keys(file.schemata).sort();
}

/** True for the schema itself and for what descends from it. */
export function isA(name: string, ancestor: string): boolean {
  return schemaOrThing(name).lineage.has(ancestor);
}

function makeSchema(name: string, given: FileSchema): FtmSchema {
  const lineage = new Set(given.schemata);
  const properties = new Map<string, FtmProperty>();
  // From the root down, so that a schema's own wording replaces what it inherits.
  for (const ancestor of ancestorsOf(name)) {
    for (const property of Object.values(file.schemata[ancestor]?.properties ?? {}))
      properties.set(property.name, readProperty(property, false));
    for (const property of OURS[ancestor] ?? []) properties.set(property.name, readProperty(property, true));
  }
  return {
    name,
    label: given.label,
    plural: given.plural,
    description: (given.description ?? '').trim(),
    lineage,
    properties,
    featured: inherited(name, 'featured'),
    caption: inherited(name, 'caption'),
    required: inherited(name, 'required'),
    isAbstract: given.abstract === true,
    edge: edgeOf(name),
    temporal: temporalOf(name),
  };
}

/** The roots first, the schema itself last, each once. */
function ancestorsOf(name: string): string[] {
  const order: string[] = [];
  const visit = (one: string) => {
    for (const parent of file.schemata[one]?.extends ?? []) visit(parent);
    if (!order.includes(one)) order.push(one);
  };
  visit(name);
  return order;
}

/** Own list, else that of the nearest ancestor that has one. */
function inherited(name: string, field: 'featured' | 'caption' | 'required'): string[] {
  for (const one of ancestorsOf(name).reverse()) {
    const list = file.schemata[one]?.[field];
    if (list && list.length > 0) return list;
  }
  return [];
}

function edgeOf(name: string): FtmEdge | null {
  for (const one of ancestorsOf(name).reverse()) {
    const edge = file.schemata[one]?.edge;
    if (edge)
      return {
        source: edge.source,
        target: edge.target,
        directed: edge.directed !== false,
        label: edge.label ?? file.schemata[one]?.label ?? one,
      };
  }
  return null;
}

function temporalOf(name: string): FtmSchema['temporal'] {
  for (const one of ancestorsOf(name).reverse()) {
    const extent = file.schemata[one]?.temporalExtent;
    if (extent) return { start: extent.start ?? [], end: extent.end ?? [] };
  }
  return { start: [], end: [] };
}

function readProperty(given: FileProperty, isOurs: boolean): FtmProperty {
  return {
    name: given.name,
    label: given.label,
    type: given.type,
    description: (given.description ?? '').trim(),
    range: given.range ?? null,
    reverse: given.reverse ?? null,
    isStub: given.stub === true,
    isHidden: given.hidden === true,
    isMatchable: given.matchable === true,
    maxLength: given.maxLength ?? null,
    format: given.format ?? null,
    isOurs,
  };
}

/** A value list of the model: `country`, `language`, `topic`, `gender`; code → words. */
export function valuesOfType(type: string): Readonly<Record<string, string>> {
  return file.types[type]?.values ?? {};
}
