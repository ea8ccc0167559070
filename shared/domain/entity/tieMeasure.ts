/** How much a tie is of: the amount of a payment, the share of an owner, as stated and in few words. */

/** Properties of ties that say how much. */
export const MEASURES = ['amount', 'currency', 'amountEur', 'amountUsd', 'percentage', 'sharesCount'] as const;

/** The sum as it was paid before its conversions; then the share. '' where nothing is said of it. */
export function tieMeasure(values: ReadonlyMap<string, string>): string {
  const of = (property: (typeof MEASURES)[number]) => values.get(property) ?? '';
  const sum = [
    [of('amount'), of('currency')],
    [of('amountEur'), 'EUR'],
    [of('amountUsd'), 'USD'],
  ].find(([amount]) => amount !== '');
  const share = of('percentage').trim();
  return [
    sum?.map(grouped).filter(Boolean).join(' '),
    /^\d+(?:\.\d+)?$/.test(share) ? `${share} %` : share,
    of('sharesCount') && `${grouped(of('sharesCount'))} shares`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Plain digits by thousands; what is written otherwise stays as it is. */
function grouped(number: string): string {
  const [, whole = '', rest = ''] = /^(\d+)(\.\d+)?$/.exec(number.trim()) ?? [];
  return whole === '' ? number.trim() : whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + rest;
}
