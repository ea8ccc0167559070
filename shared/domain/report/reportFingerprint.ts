/** What a report says, apart from when and by whom it was compiled: two compilations that say the same are one edition. */
import { canonicalJson, type Json } from '../../kernel/canonicalJson.ts';
import type { ReportDocument } from './reportModel.ts';

/** The text whose SHA-256 names an edition's content. */
export function reportFingerprint(document: ReportDocument): string {
  const { compiledAt: _, compiledBy: __, ...masthead } = document.masthead;
  return canonicalJson({ ...document, masthead } as Json);
}
