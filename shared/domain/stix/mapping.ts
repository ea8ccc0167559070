/** Ours against STIX 2.1, as data with the reasons: which type an entity leaves as, and what a foreign object becomes here. */

export interface LeavesAs {
  stix: string;
  identityClass?: string;
  why: string;
}

/** By schema; the nearest ancestor counts. What is not here leaves as `x-probatum-entity`. */
export const LEAVES_AS: Readonly<Record<string, LeavesAs>> = {
  Person: { stix: 'identity', identityClass: 'individual', why: 'STIX has people and bodies as identities.' },
  LegalEntity: { stix: 'identity', identityClass: 'unknown', why: 'Not known to be a person or a body.' },
  Organization: { stix: 'identity', identityClass: 'organization', why: 'Companies and public bodies included.' },
  Address: { stix: 'location', why: 'Where it names a country or has a position; STIX asks for one of them.' },
  Document: { stix: 'file', why: 'Where it has a digest or a file name, it is the file that others know.' },
  UserAccount: { stix: 'user-account', why: 'The same thing.' },
  CryptoWallet: {
    stix: 'cryptocurrency-wallet',
    why: 'STIX 2.1 has no wallet; an observable of this name is what other programs use, declared by our extension.',
  },
};

/**
 * Types that a person gives an entity by its property `stixType`: FollowTheMoney has no malware and no infrastructure, and who is a
 * threat actor is a judgement. The property goes before the schema.
 */
export const NAMED_TYPES: Readonly<Record<string, string>> = {
  'threat-actor': 'Who is behind hostile acts, as judged.',
  'intrusion-set': 'A set of hostile acts and means held to be of one actor.',
  campaign: 'A run of hostile acts over some time.',
  malware: 'A family of hostile programs; a single sample is a file.',
  tool: 'A program that has honest uses too.',
  infrastructure: 'Servers, domains and services as one means.',
  'attack-pattern': 'A way of attacking.',
  vulnerability: 'A flaw with a number, CVE say.',
  'course-of-action': 'What is done against it.',
  incident: 'What happened to a victim; STIX 2.1 has it as a stub.',
  indicator:
    'A pattern to look for; its name is the pattern. We make none ourselves: that an address is hostile is for a person to say.',
  identity: 'A person or body, whatever its schema.',
  'domain-name': 'Observable; its name is the value.',
  'ipv4-addr': 'Observable; its name is the value.',
  'ipv6-addr': 'Observable; its name is the value.',
  url: 'Observable; its name is the value.',
  'email-addr': 'Observable; its name is the value.',
  'mac-addr': 'Observable; its name is the value.',
  mutex: 'Observable; its name is the value.',
  'autonomous-system': 'Observable; its name is the number.',
  software: 'Observable; its name is the value.',
};

/** Ties by their schema; roles that are relationship types of STIX go before these. */
export const RELATIONSHIP_TYPES: Readonly<Record<string, string>> = {
  Ownership: 'owns',
  Directorship: 'directs',
  Membership: 'member-of',
  Employment: 'works-for',
  Representation: 'represents',
  Succession: 'precedes',
  Payment: 'paid',
  Debt: 'owes',
  Occupancy: 'holds',
  Documentation: 'documents',
  ContractAward: 'awarded-to',
  CourtCaseParty: 'party-to',
  ProjectParticipant: 'participates-in',
  Associate: 'related-to',
  Family: 'related-to',
  UnknownLink: 'related-to',
};

/** Of the specification; the role of an unknown link that is one of these leaves as such. */
export const STIX_RELATIONSHIPS = new Set(
  `analysis-of attributed-to authored-by based-on beacons-to characterizes communicates-with compromises consists-of controls delivers
  derived-from downloads drops duplicate-of dynamic-analysis-of exfiltrates-to exploits has hosts impersonates indicates investigates
  located-at mitigates originates-from owns related-to remediates resolves-to static-analysis-of targets uses variant-of`.split(
    /\s+/,
  ),
);

export interface ComesAs {
  schema: string;
  why: string;
}

/** Foreign objects; a type that is not here becomes a thing that keeps its type. All keep their JSON whole. */
export const COMES_AS: Readonly<Record<string, ComesAs>> = {
  identity: { schema: 'LegalEntity', why: 'A person where the class is individual, a body where it is organization.' },
  'threat-actor': { schema: 'LegalEntity', why: 'Can own, direct and be designated.' },
  'intrusion-set': { schema: 'LegalEntity', why: 'Analysts use it for the group behind it.' },
  campaign: { schema: 'Event', why: 'It has a beginning and an end.' },
  incident: { schema: 'Event', why: 'It happened.' },
  sighting: { schema: 'Event', why: 'It happened; what was seen takes part.' },
  'observed-data': { schema: 'Event', why: 'It happened; what was observed takes part.' },
  location: { schema: 'Address', why: 'The same thing.' },
  report: { schema: 'Document', why: 'A text that somebody published.' },
  grouping: { schema: 'Document', why: 'A selection that somebody published.' },
  note: { schema: 'Note', why: 'What somebody wrote of others.' },
  opinion: { schema: 'Note', why: 'What somebody thinks of others.' },
  relationship: {
    schema: 'UnknownLink',
    why: 'Its type is the role: that it means our ownership or payment is for a person to say.',
  },
  file: { schema: 'Document', why: 'Bytes with digest and name.' },
  artifact: { schema: 'Document', why: 'Bytes with digest.' },
  'user-account': { schema: 'UserAccount', why: 'The same thing.' },
  'cryptocurrency-wallet': { schema: 'CryptoWallet', why: 'The same thing.' },
};

/** Objects about objects: they travel with those that name them, and are no entities. */
export const COMPANIONS = new Set(['marking-definition', 'extension-definition', 'language-content']);

/** What the specification requires beside the common properties; a foreign object without it is told, and kept. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'attack-pattern': ['name'],
  campaign: ['name'],
  'course-of-action': ['name'],
  grouping: ['context', 'object_refs'],
  identity: ['name'],
  incident: ['name'],
  indicator: ['pattern', 'pattern_type', 'valid_from'],
  infrastructure: ['name'],
  'intrusion-set': ['name'],
  malware: ['is_family'],
  'malware-analysis': ['product'],
  note: ['content', 'object_refs'],
  'observed-data': ['first_observed', 'last_observed', 'number_observed'],
  opinion: ['opinion', 'object_refs'],
  report: ['name', 'published', 'object_refs'],
  'threat-actor': ['name'],
  tool: ['name'],
  vulnerability: ['name'],
  relationship: ['relationship_type', 'source_ref', 'target_ref'],
  sighting: ['sighting_of_ref'],
  'autonomous-system': ['number'],
  'domain-name': ['value'],
  'email-addr': ['value'],
  'ipv4-addr': ['value'],
  'ipv6-addr': ['value'],
  'mac-addr': ['value'],
  mutex: ['name'],
  software: ['name'],
  url: ['value'],
};
