/** The language to tell the browser for a page's text, so that Han characters get the right face: by script, else as declared. */
const ENOUGH = 0.1;

export function textLanguage(text: string, declared: readonly string[]): string | undefined {
  const sample = text.slice(0, 4000);
  const share = (pattern: RegExp): number => (sample.match(pattern)?.length ?? 0) / Math.max(1, sample.length);
  if (share(/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/g) > ENOUGH) return 'ko';
  if (share(/[\u3040-\u30ff]/g) > ENOUGH / 2) return 'ja';
  if (share(/[\u3400-\u9fff]/g) > ENOUGH) return declared.find(tag => /^(zh|ja|ko)\b/.test(tag)) ?? 'zh';
  return declared[0];
}
