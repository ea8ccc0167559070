/** Brings a part of the paper into view and puts the focus there, so that reading goes on from it. */
export function showPart(stage: HTMLElement | null, id: string): void {
  const part = stage?.querySelector(`#${CSS.escape(`part-${id}`)}`);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector<HTMLElement>('.paper-section-title, .paper-figure-caption, .paper-table-caption')?.focus();
}
