/** By the beginning of a text: a bundle, or the envelope of a TAXII server around objects. */
export function looksLikeStix(head: string): boolean {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (!start.startsWith('{')) return false;
  return (
    /"type"\s*:\s*"bundle"/.test(start) ||
    (/"objects"\s*:\s*\[/.test(start) && /"id"\s*:\s*"[a-z0-9-]+--[0-9a-f]{8}-/.test(start))
  );
}
