/** Kinds of events that the field tells of, with the parts that are played in each. Both are proposals: any words may stand. */

export interface EventKind {
  kind: string;
  roles: readonly string[];
}

export const eventKinds: readonly EventKind[] = [
  {
    kind: 'ship-to-ship transfer',
    roles: ['delivering vessel', 'receiving vessel', 'owner of the cargo', 'broker', 'master', 'standby vessel'],
  },
  { kind: 'port call', roles: ['vessel', 'agent', 'master', 'terminal'] },
  { kind: 'departure', roles: ['vessel', 'carrier', 'passenger', 'agent'] },
  { kind: 'arrival', roles: ['vessel', 'carrier', 'passenger', 'agent'] },
  { kind: 'AIS gap', roles: ['vessel'] },
  { kind: 'sighting', roles: ['seen', 'observer'] },
  { kind: 'loading', roles: ['vessel', 'shipper', 'terminal', 'agent'] },
  { kind: 'discharge', roles: ['vessel', 'consignee', 'terminal', 'agent'] },
  { kind: 'shipment', roles: ['shipper', 'consignee', 'carrier', 'notify party', 'vessel', 'freight forwarder'] },
  { kind: 'payment', roles: ['payer', 'beneficiary', 'bank', 'correspondent bank', 'intermediary'] },
  { kind: 'theft', roles: ['victim', 'perpetrator', 'receiving wallet', 'laundering service'] },
  { kind: 'meeting', roles: ['host', 'participant', 'interpreter', 'observer'] },
  { kind: 'signing', roles: ['signatory', 'counterparty', 'witness', 'guarantor'] },
  { kind: 'inspection', roles: ['inspected', 'inspecting authority', 'flag State'] },
  { kind: 'travel', roles: ['traveller', 'carrier', 'host'] },
  { kind: 'other', roles: [] },
];

const COMMON_ROLES: readonly string[] = ['owner', 'operator', 'manager', 'master', 'witness', 'facilitator'];

/** Parts to propose for a kind of event, its own first; for a kind that is not listed, the common ones. */
export function rolesOf(kind: string): readonly string[] {
  const wanted = kind.trim().toLowerCase();
  const own = eventKinds.find(one => one.kind.toLowerCase() === wanted)?.roles ?? [];
  return [...own, ...COMMON_ROLES.filter(role => !own.includes(role))];
}
