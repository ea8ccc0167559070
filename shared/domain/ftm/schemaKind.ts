/** What a schema is to us: a thing with a name, a tie between two, something that happened, or a record that hangs on a thing. */
import { isA, schemaNamed, schemaOrThing } from './model.ts';

export type EntityKind = 'thing' | 'relationship' | 'event' | 'record';

/** The schemata that a person chooses from when making one by hand, the usual first. All of the model can be imported. */
export const everydaySchemata = {
  thing: [
    'Person',
    'Company',
    'Organization',
    'PublicBody',
    'LegalEntity',
    'Vessel',
    'Airplane',
    'Vehicle',
    'BankAccount',
    'CryptoWallet',
    'Address',
    'RealEstate',
    'Security',
    'UserAccount',
    'Contract',
    'License',
    'CourtCase',
    'Document',
    'Asset',
    'Position',
    'Project',
    'Thing',
  ],
  record: ['Passport', 'Identification', 'Sanction', 'EconomicActivity', 'Post', 'Call', 'TaxRoll', 'Note'],
  relationship: [
    'Ownership',
    'Directorship',
    'Payment',
    'Membership',
    'Family',
    'Associate',
    'Employment',
    'Representation',
    'Succession',
    'Debt',
    'Occupancy',
    'Documentation',
    'ContractAward',
    'CourtCaseParty',
    'ProjectParticipant',
    'UnknownLink',
  ],
  event: ['Event', 'Trip'],
} as const satisfies Record<EntityKind, readonly string[]>;

export function kindOfSchema(name: string): EntityKind {
  const schema = schemaNamed(name);
  if (!schema) return 'thing';
  if (schema.edge) return 'relationship';
  if (isA(name, 'Event')) return 'event';
  return isA(name, 'Thing') || isA(name, 'Asset') ? 'thing' : 'record';
}

/**
 * The schema that two records of one subject have together: the one that descends from the other; null where neither does,
 * since a person is no company.
 */
export function commonSchema(left: string, right: string): string | null {
  if (isA(left, right) && schemaNamed(left)) return left;
  if (isA(right, left) && schemaNamed(right)) return right;
  return left === right ? left : null;
}

/** Words for the other direction of an edge: "is owned by". */
const REVERSE_LABELS: Readonly<Record<string, string>> = {
  Ownership: 'is owned by',
  Directorship: 'is directed by',
  Payment: 'was paid by',
  Membership: 'has as a member',
  Employment: 'employs',
  Representation: 'is represented by',
  Succession: 'follows',
  Debt: 'is owed by',
  Occupancy: 'is held by',
  ContractAward: 'was awarded',
  CourtCaseParty: 'involves',
  ProjectParticipant: 'has as a participant',
  Documentation: 'is documented by',
};
/** The model's own words where they do not make a sentence. */
const FORWARD_LABELS: Readonly<Record<string, string>> = {
  Succession: 'precedes',
  Directorship: 'directs',
  Membership: 'belongs to',
  ContractAward: 'was awarded to',
};

export interface EdgeWords {
  forward: string;
  backward: string;
}

/** How a tie reads from its source and from its target. */
export function edgeWords(schemaName: string): EdgeWords {
  const { edge, label } = schemaOrThing(schemaName);
  const forward = FORWARD_LABELS[schemaName] ?? edge?.label ?? label.toLowerCase();
  if (edge && !edge.directed) return { forward, backward: forward };
  return { forward, backward: REVERSE_LABELS[schemaName] ?? `${forward} (from the other side)` };
}
