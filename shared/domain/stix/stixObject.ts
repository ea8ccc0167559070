/** A STIX object as JSON, and our two extensions of STIX: what we say beyond it, and the types that it lacks. */
import { z } from 'zod';
import type { Json } from '../../kernel/canonicalJson.ts';
import { ourStixId } from './stixIds.ts';

export interface StixObject {
  type: string;
  id: string;
  [property: string]: Json;
}

export const LooseObject = z.looseObject({ type: z.string().min(1), id: z.string().min(1) });

/** The maker of the extension definitions. */
export const PROBATUM = ourStixId('identity', 'Probatum');
/** A property extension, on objects of ours: the entity in full, as FollowTheMoney. */
export const ENTITY_EXTENSION = ourStixId('extension-definition', 'entity', '1');
/** New types: `x-probatum-entity` for what STIX has no type for, `cryptocurrency-wallet` for wallets. */
export const TYPES_EXTENSION = ourStixId('extension-definition', 'types', '1');
export const OWN_TYPE = 'x-probatum-entity';
/** No STIX 2.1 type; by the name that other programs use for it too. */
export const WALLET_TYPE = 'cryptocurrency-wallet';

const MADE_AT = '2026-01-01T00:00:00.000Z';

/** What stands in `extensions` of an object of ours. */
export interface OurExtension {
  extension_type: 'property-extension';
  /** The entity as a FollowTheMoney line, with our statements under `probatum`. */
  ftm?: Json;
  /** SHA-256 of the object without this extension: where it differs, somebody changed the object on the way. */
  native?: string;
  /** Made from other objects of the bundle for readers that know STIX alone; not taken in again. */
  derived?: string;
  /** Id of an observable that stands in the bundle for this one's sake alone: no entity of its own. */
  made?: string;
}

export const UntrustedExtension = z.looseObject({
  ftm: z.record(z.string(), z.unknown()).optional(),
  native: z.string().optional(),
  derived: z.string().optional(),
  made: z.string().optional(),
});

export function extensionDefinitions(): StixObject[] {
  const common = {
    spec_version: '2.1',
    created: MADE_AT,
    modified: MADE_AT,
    created_by_ref: PROBATUM,
    version: '1.0.0',
  };
  return [
    {
      type: 'identity',
      id: PROBATUM,
      spec_version: '2.1',
      created: MADE_AT,
      modified: MADE_AT,
      name: 'Probatum',
      description: 'An offline workstation for evidence of sanctions violations; the program that wrote this bundle.',
      identity_class: 'system',
      extensions: { [ENTITY_EXTENSION]: { extension_type: 'property-extension', derived: 'program' } },
    },
    {
      type: 'extension-definition',
      id: ENTITY_EXTENSION,
      ...common,
      name: 'Probatum entity',
      description:
        'The whole of what a case states of the object: every value with its dates, credibility, words as printed, and the exhibits it rests on.',
      schema:
        'An object with `ftm`: an entity of FollowTheMoney (followthemoney.tech) with `id`, `schema`, `properties`, and `probatum` for statements; `native`: SHA-256 of the canonical JSON (RFC 8785) of the STIX object without this extension; `derived`: a word, on objects that only repeat what others of the bundle say; `made`: the id of an observable that repeats a value of the entity.',
      extension_types: ['property-extension'],
    },
    {
      type: 'extension-definition',
      id: TYPES_EXTENSION,
      ...common,
      name: 'Probatum types',
      description: 'Types for what a sanctions case knows and STIX does not: vessels, accounts, payments, and wallets.',
      schema:
        'x-probatum-entity: a domain object with `name` and `entity_schema`, the schema of FollowTheMoney. cryptocurrency-wallet: an observable with `value`, the address; its id contributes `value`.',
      extension_types: ['new-sdo', 'new-sco'],
    },
  ];
}
