/** What an event was about, as this bundle calls it: the log has ids, which say nothing to a person. */
import type { BundleCase } from '../../../../shared/domain/bundle.ts';

export function subjectNames({ findings, sources = [], requests = [] }: BundleCase): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, number, title, claims } of findings) {
    names.set(id, `${number} ${title}`);
    for (const claim of claims) {
      names.set(claim.id, `${number}: ${claim.text}`);
      for (const citation of claim.citations) names.set(citation.id, `${number}: ${claim.text}`);
    }
  }
  for (const { id, name } of sources) names.set(id, name);
  for (const { id, addressee } of requests) names.set(id, addressee);
  return names;
}
