/** How the preview lays sections on sheets. Pure. */
import type { ReportSection } from '../../../../shared/domain/report/index.ts';

/** Each finding and each annex begins a sheet, as in print; a workstream's title goes with its first finding. */
export function sheetsOf(sections: readonly ReportSection[]): ReportSection[][] {
  const sheets: ReportSection[][] = [];
  let previous: ReportSection | null = null;
  for (const section of sections) {
    const follows = section.kind === 'finding' && previous?.kind === 'workstream';
    const front =
      (section.kind === 'method' || section.kind === 'summary') &&
      (previous?.kind === 'summary' || previous?.kind === 'method');
    const last = sheets.at(-1);
    if (last && (follows || front)) last.push(section);
    else sheets.push([section]);
    previous = section;
  }
  return sheets;
}
