/** Entities, their statements and their ties. Relationships and events are entities of their schemata, with statements alike. */
import { z } from 'zod';
import { Bearing } from '../domain/citation.ts';
import {
  Entity,
  EntityChip,
  EntityKind,
  EntityRow,
  IdentityJudgement,
  Strength,
  StrengthJudgement,
} from '../domain/entity/entity.ts';
import {
  Statement,
  StatementCitation,
  StatementCitationView,
  StatementDraft,
  StatementView,
  WorldDate,
} from '../domain/entity/statement.ts';
import { Selection } from '../domain/passage.ts';
import { Credibility } from '../domain/source.ts';
import { CaseId, CitationId, EntityId, ExhibitId, JudgementId, PassageId, StatementId } from '../kernel/ids.ts';
import { command, done, query } from './operation.ts';

/** A tie as both of its sides read it, or an event as its participants do. */
export const LinkView = z.object({
  /** The relationship or event; for a property that names another entity, the entity that has the property. */
  entityId: EntityId,
  /** The statement that ties: the source or target of an edge, a participant, a property. */
  statementId: StatementId,
  /** Null for a tie by property, such as `holder` of a passport. */
  schema: z.string().nullable(),
  kind: EntityKind,
  caption: z.string(),
  /** As read from the entity that was asked about: "owns", "is owned by", "took part as seller in". */
  words: z.string(),
  role: z.string(),
  /** How much it is of: "100,000 EUR", "51 %"; '' where nothing is stated. */
  measure: z.string(),
  direction: z.enum(['out', 'in', 'both']),
  other: EntityChip.nullable(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  strength: Strength,
  strengthJudgement: StrengthJudgement.nullable(),
  citationCount: z.number().int(),
});
export type LinkView = z.infer<typeof LinkView>;

export const EntityView = z.object({
  id: EntityId,
  schema: z.string(),
  kind: EntityKind,
  caption: z.string(),
  hint: z.string(),
  /** What is merged here, itself included. */
  members: z.array(Entity.extend({ caption: z.string() })),
  cases: z.array(z.object({ id: CaseId, reference: z.string(), title: z.string() })),
  statements: z.array(StatementView),
  links: z.array(LinkView),
  /** Judgements that touch it and stand: what it is the same as, and what it is not. */
  judgements: z.array(IdentityJudgement.extend({ left: EntityChip, right: EntityChip })),
  strength: Strength,
  strengthJudgement: StrengthJudgement.nullable(),
  strengthReasons: z.array(z.string()),
  withdrawnAt: z.string().nullable(),
});
export type EntityView = z.infer<typeof EntityView>;

/** An entity of the vault that a name or a number may mean, and why it is offered. */
export const EntitySuggestion = EntityRow.extend({
  /** One reason a line: "same name", "IMO 9000003 is the same", "name begins alike". */
  why: z.array(z.string()),
  /** Greater is likelier; only for the order. */
  score: z.number(),
  inCase: z.boolean(),
});
export type EntitySuggestion = z.infer<typeof EntitySuggestion>;

const listInput = z.object({
  /** null: the whole vault. */
  caseId: CaseId.nullable(),
  words: z.string().max(300).default(''),
  kinds: z.array(EntityKind).default(['thing']),
  schemata: z.array(z.string()).default([]),
  withdrawn: z.boolean().default(false),
  sort: z.enum(['caption', 'newest', 'links']).default('caption'),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(500).default(200),
});

export const entityContract = {
  'entity.list': query(listInput, z.object({ total: z.number().int(), rows: z.array(EntityRow) })),
  /** How many of each schema, for the filter. */
  'entity.facets': query(
    z.object({ caseId: CaseId.nullable() }),
    z.array(z.object({ schema: z.string(), kind: EntityKind, count: z.number().int() })),
  ),
  /** `asAt` leaves out what did not hold on that date. Any member's id answers the whole. */
  'entity.get': query(z.object({ entityId: EntityId, asAt: WorldDate.nullable().default(null) }), EntityView),
  'entity.chips': query(z.object({ entityIds: z.array(EntityId).max(2000) }), z.array(EntityChip)),
  'entity.create': command(
    z.object({
      caseId: CaseId,
      schema: z.string().max(60),
      statements: z.array(StatementDraft).max(200),
      /** Cited for every statement given. */
      cite: z
        .object({ passageId: PassageId, bearing: Bearing.default('supports'), credibility: Credibility.default(6) })
        .nullable()
        .default(null),
    }),
    z.object({ entityId: EntityId, statementIds: z.array(StatementId) }),
  ),
  'entity.changeSchema': command(z.object({ entityId: EntityId, schema: z.string().max(60) }), done),
  'entity.withdraw': command(z.object({ entityId: EntityId }), done),
  'entity.restore': command(z.object({ entityId: EntityId }), done),
  'entity.addToCase': command(z.object({ entityId: EntityId, caseId: CaseId }), done),
  'entity.removeFromCase': command(z.object({ entityId: EntityId, caseId: CaseId }), done),

  'entity.record': command(
    z.object({ caseId: CaseId, entityId: EntityId, statement: StatementDraft }),
    z.object({ statementId: StatementId }),
  ),
  /** Dates, credibility, note, quality, language and detail; a value is corrected, not changed. */
  'entity.changeStatement': command(
    z.object({
      statementId: StatementId,
      // Of the statement, not of the draft: a default for what is left out would undo it.
      change: Statement.pick({
        language: true,
        quality: true,
        detail: true,
        fromOn: true,
        toOn: true,
        credibility: true,
        note: true,
      }).partial(),
    }),
    Statement,
  ),
  /** A new statement in the place of one with a slip: the old one is withdrawn, and its citations stand with the new one too. */
  'entity.correctStatement': command(
    z.object({
      statementId: StatementId,
      value: Statement.shape.value,
      original: Statement.shape.original.default(''),
    }),
    z.object({ statementId: StatementId }),
  ),
  'entity.withdrawStatement': command(z.object({ statementId: StatementId }), done),
  'entity.restoreStatement': command(z.object({ statementId: StatementId }), done),
  /** Which of several values is shown, and why; null takes the choice for that property back. */
  'entity.choose': command(
    z.object({
      entityId: EntityId,
      property: z.string().max(100),
      statementId: StatementId.nullable(),
      reason: z.string().trim().max(2000).default(''),
    }),
    done,
  ),

  'entity.cite': command(
    z.object({
      statementId: StatementId,
      passageId: PassageId,
      bearing: Bearing.default('supports'),
      credibility: Credibility.default(6),
    }),
    StatementCitation,
  ),
  'entity.changeCitation': command(
    z.object({ citationId: CitationId, bearing: Bearing.optional(), credibility: Credibility.optional() }),
    StatementCitation,
  ),
  'entity.withdrawCitation': command(z.object({ citationId: CitationId }), done),
  'entity.restoreCitation': command(z.object({ citationId: CitationId }), done),
  /** The citations of everything that ties or tells of these entities, by statement. */
  'entity.citations': query(
    z.object({ entityIds: z.array(EntityId).max(2000) }),
    z.array(StatementCitationView.extend({ entityId: EntityId, property: z.string(), value: z.string() })),
  ),
  /** What in the case already rests on a passage. */
  'entity.ofPassage': query(
    z.object({ passageId: PassageId }),
    z.array(z.object({ entity: EntityChip, statementId: StatementId, property: z.string(), citationId: CitationId })),
  ),
  /** Entities named in an exhibit, by the passages that they are cited to. */
  'entity.ofExhibit': query(
    z.object({ exhibitId: ExhibitId }),
    z.array(z.object({ entity: EntityChip, passageIds: z.array(PassageId) })),
  ),

  /** The gesture of the reader: the passage is marked, the entity made or taken, the name recorded and cited, in one step. */
  'entity.fromSelection': command(
    z.object({
      caseId: CaseId,
      exhibitId: ExhibitId,
      selection: Selection,
      /** An entity that is there, or the schema of a new one. */
      entity: z.union([z.object({ entityId: EntityId }), z.object({ schema: z.string().max(60) })]),
      property: z.string().max(100).default('name'),
      /** What is recorded; as selected where it is left out. */
      value: z.string().trim().max(2000).default(''),
      credibility: Credibility.default(6),
    }),
    z.object({
      entityId: EntityId,
      statementId: StatementId,
      citationId: CitationId,
      passageId: PassageId,
      /** False where a passage stood over just these words already. */
      isNewPassage: z.boolean(),
      isNewEntity: z.boolean(),
      isNewStatement: z.boolean(),
    }),
  ),
  'entity.suggest': query(
    z.object({
      caseId: CaseId.nullable(),
      words: z.string().max(2000),
      schemata: z.array(z.string()).default([]),
      kinds: z.array(EntityKind).default(['thing']),
      except: z.array(EntityId).default([]),
      limit: z.number().int().positive().max(50).default(8),
    }),
    z.array(EntitySuggestion),
  ),

  /** A tie with both of its sides; the statements are those of the tie (dates, role, percentage). */
  'entity.relate': command(
    z.object({
      caseId: CaseId,
      schema: z.string().max(60),
      sourceId: EntityId,
      targetId: EntityId,
      statements: z.array(StatementDraft).max(100).default([]),
      cite: z
        .object({ passageId: PassageId, bearing: Bearing.default('supports'), credibility: Credibility.default(6) })
        .nullable()
        .default(null),
    }),
    z.object({ entityId: EntityId, statementIds: z.array(StatementId) }),
  ),
  /** null takes the judgement back: the computed strength shows again. */
  'entity.judgeStrength': command(
    z.object({ entityId: EntityId, strength: Strength.nullable(), reason: z.string().trim().max(2000).default('') }),
    done,
  ),

  'entity.merge': command(
    z.object({
      leftId: EntityId,
      rightId: EntityId,
      /** The second identifier: `imoNumber`, a birth date, an address. A name does not count. */
      identifier: z.string().trim().max(300).default(''),
      reason: z.string().trim().max(2000).default(''),
    }),
    z.object({ judgementId: JudgementId, entityId: EntityId }),
  ),
  'entity.notSame': command(
    z.object({ leftId: EntityId, rightId: EntityId, reason: z.string().trim().max(2000).default('') }),
    z.object({ judgementId: JudgementId }),
  ),
  'entity.undoJudgement': command(z.object({ judgementId: JudgementId }), done),
  /** What two would have in common and in conflict, before they are merged. */
  'entity.compare': query(
    z.object({ leftId: EntityId, rightId: EntityId }),
    z.object({
      schema: z.string().nullable(),
      shared: z.array(z.object({ property: z.string(), value: z.string(), identifies: z.boolean() })),
      differing: z.array(z.object({ property: z.string(), left: z.array(z.string()), right: z.array(z.string()) })),
      judged: IdentityJudgement.nullable(),
    }),
  ),
  /** Records of the vault that share an identifier, an address, a phone or a name with this one and are not judged yet. */
  'entity.candidates': query(z.object({ entityId: EntityId }), z.array(EntitySuggestion)),

  /** Where else in the vault it occurs: by case, by records that share a value, and by words in exhibits. */
  'entity.occurrences': query(
    z.object({ entityId: EntityId }),
    z.object({
      cases: z.array(
        z.object({ caseId: CaseId, reference: z.string(), title: z.string(), statements: z.number().int() }),
      ),
      sharing: z.array(
        z.object({ property: z.string(), value: z.string(), entity: EntityChip, caseReferences: z.array(z.string()) }),
      ),
      exhibits: z.array(
        z.object({
          caseId: CaseId,
          reference: z.string(),
          exhibitId: ExhibitId,
          exhibitNumber: z.number().int(),
          title: z.string(),
          pageIndex: z.number().int(),
          words: z.string(),
        }),
      ),
    }),
  ),
} as const;
