/** Bags of ours promise more than the standard asks: a sealed container, canonical manifests, every tag file listed. */

export const OUR_AGENT = 'Probatum';

export function isOurs(info: readonly [label: string, value: string][]): boolean {
  return info.some(([label, value]) => label === 'Bag-Software-Agent' && value.startsWith(OUR_AGENT));
}
