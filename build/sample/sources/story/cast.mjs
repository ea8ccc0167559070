// Who and what the sample case is about, what ties them, and what happened: each value with the passages it rests on.

/** A value: property, value, passages; then credibility, dates, words as printed, quality. */
const say = (property, value, passageKeys, more = {}) => ({ property, value, passageKeys, ...more });
/** A property that names another of the cast. */
const name = (property, entity, passageKeys, more = {}) => ({ property, entity, passageKeys, ...more });

const tie = (key, schema, [source, from], [target, to], passageKeys, statements) => ({
  key,
  schema,
  statements: [name(source, from, passageKeys), name(target, to, passageKeys), ...statements],
});

const position = (words, latitude, longitude, passageKeys) =>
  say('position', words, passageKeys, {
    credibility: 2,
    detail: { position: { latitude, longitude, datum: 'not stated', notation: 'degrees and decimal minutes' } },
  });

const things = [
  {
    key: 'fabula-heron',
    schema: 'Vessel',
    statements: [
      say('name', 'FABULA HERON', ['ship-name'], { credibility: 2, fromOn: '2025' }),
      say('name', 'MORU 9', ['ship-former'], { quality: 'former', credibility: 2, fromOn: '2019', toOn: '2025' }),
      say('name', 'LUMEN TERN', ['ship-former'], { quality: 'former', credibility: 2, fromOn: '2004', toOn: '2019' }),
      say('imoNumber', '2026010', ['ship-imo'], { credibility: 1 }),
      say('callSign', 'QEX7', ['ship-signals'], { original: 'QEX7 · 400012026', credibility: 2, fromOn: '2025-11-17' }),
      say('mmsi', '400012026', ['ship-signals'], {
        original: 'QEX7 · 400012026',
        credibility: 2,
        fromOn: '2025-11-17',
      }),
      say('type', 'Oil products tanker, double hull', ['ship-type'], { credibility: 2 }),
      say('buildDate', '2004', ['ship-built'], { original: '2004, Tarnvik Yard, hull 1187', credibility: 2 }),
      say('flag', 'Marenda', ['ship-registered', 'transcript-open', 'agent-flag'], {
        credibility: 3,
        fromOn: '2025-11-17',
        note: 'Contested from 12 March 2026 on: see the reply of the Administration.',
      }),
      say('flag', 'Marenda', ['reply-closed', 'reply-entered'], {
        credibility: 2,
        fromOn: '2025-11-17',
        toOn: '2026-03-12',
        original: 'closed on 12 March 2026',
        note: 'As the Administration wrote on 12 May 2026.',
      }),
      say('insurer', 'Northern Bight Mutual Protection and Indemnity Association', ['insurer-name'], {
        credibility: 2,
        fromOn: '2026-02-20',
        toOn: '2027-02-20',
      }),
    ],
  },
  {
    key: 'saebyok-moru-5',
    schema: 'Vessel',
    statements: [
      say('name', 'SAEBYOK MORU 5', ['mail-receiver', 'ais-receiver-flag'], { credibility: 2 }),
      say('weakAlias', 'S.M.5', ['positions-plan'], { quality: 'weak', credibility: 3 }),
      say('flag', 'kp', ['ais-receiver-flag', 'mail-receiver-flag'], {
        original: '조선민주주의인민공화국 선적',
        credibility: 2,
      }),
    ],
  },
  {
    key: 'quillfeather',
    schema: 'Company',
    statements: [say('name', 'Quillfeather Maritime Ltd', ['owner-third', 'rider-owners'], { credibility: 2 })],
  },
  {
    key: 'moru-haeun',
    schema: 'Company',
    statements: [
      say('name', 'Moru Haeun', ['register-control'], { credibility: 1 }),
      say('alias', '모루해운 주식회사', ['member-moru', 'owner-second-ko'], {
        language: 'ko',
        quality: 'strong',
        credibility: 1,
      }),
      say('alias', 'Moru Haeun Chusikhoesa', ['owner-second'], { quality: 'strong', credibility: 2 }),
      say('jurisdiction', 'kp', ['member-moru-address'], { credibility: 2 }),
      say('address', "12 Anvil Street, Nampho, Democratic People's Republic of Korea", ['member-moru-address'], {
        credibility: 2,
      }),
    ],
  },
  {
    key: 'ninefold-lantern',
    schema: 'Company',
    statements: [
      say('name', 'Ninefold Lantern Trading Co., Ltd.', ['company-name'], { credibility: 1 }),
      say('registrationNumber', 'C-118 204', ['company-number'], { credibility: 1 }),
      say('incorporationDate', '2024-08-14', ['company-incorporated'], { original: '14 August 2024', credibility: 1 }),
      say('address', 'Suite 11, Lantern Quay, Free Port of Calderis', ['company-office'], { credibility: 1 }),
    ],
  },
  {
    key: 'tern-rederi',
    schema: 'Company',
    statements: [say('name', 'Tern Rederi A/S', ['owner-first'], { credibility: 2 })],
  },
  {
    key: 'sallow-nominees',
    schema: 'Company',
    statements: [say('name', 'Sallow Street Nominees Ltd', ['member-nominees'], { credibility: 1 })],
  },
  {
    key: 'ellingvard-moor',
    schema: 'Company',
    statements: [say('name', 'Ellingvard & Moor Shipbrokers', ['mail-broker'], { credibility: 2 })],
  },
  {
    key: 'astwick',
    schema: 'Person',
    statements: [say('name', 'Peregrine Astwick', ['director-astwick'], { credibility: 1 })],
  },
  {
    key: 'han-garam',
    schema: 'Person',
    statements: [
      say('name', 'Han Garam', ['director-han'], { credibility: 1 }),
      say('alias', '한가람', ['director-han'], { language: 'ko', quality: 'strong', credibility: 1 }),
    ],
  },
];

const ties = [
  tie(
    'owned-first',
    'Ownership',
    ['owner', 'tern-rederi'],
    ['asset', 'fabula-heron'],
    ['owner-first'],
    [
      say('startDate', '2004-05-22', ['owner-first'], { credibility: 2 }),
      say('endDate', '2019-06-11', ['owner-first'], { credibility: 2 }),
      say('percentage', '100', ['owner-first'], { original: '64/64', credibility: 2 }),
    ],
  ),
  tie(
    'owned-second',
    'Ownership',
    ['owner', 'moru-haeun'],
    ['asset', 'fabula-heron'],
    ['owner-second'],
    [
      say('startDate', '2019-06-11', ['owner-second'], { credibility: 2 }),
      say('endDate', '2025-11-03', ['owner-second'], { credibility: 2 }),
    ],
  ),
  tie(
    'owned-third',
    'Ownership',
    ['owner', 'quillfeather'],
    ['asset', 'fabula-heron'],
    ['owner-third', 'rider-owners'],
    [say('startDate', '2025-11-03', ['owner-third', 'transcript-price'], { credibility: 2 })],
  ),
  tie(
    'shares-moru',
    'Ownership',
    ['owner', 'moru-haeun'],
    ['asset', 'ninefold-lantern'],
    ['register-control', 'mail-owners'],
    [
      say('startDate', '2025-11-03', ['register-control'], { credibility: 1 }),
      say('percentage', '60', ['register-control', 'mail-owners'], {
        original: '6,000 of 10,000 shares',
        credibility: 1,
      }),
    ],
  ),
  tie(
    'shares-nominees',
    'Ownership',
    ['owner', 'sallow-nominees'],
    ['asset', 'ninefold-lantern'],
    ['member-nominees'],
    [
      say('startDate', '2024-08-14', ['member-nominees'], { credibility: 1 }),
      say('percentage', '40', ['member-nominees'], { original: '4,000', credibility: 1 }),
    ],
  ),
  tie(
    'directs-astwick',
    'Directorship',
    ['director', 'astwick'],
    ['organization', 'ninefold-lantern'],
    ['director-astwick'],
    [say('startDate', '2024-09-02', ['director-astwick'], { credibility: 1 })],
  ),
  tie(
    'directs-han',
    'Directorship',
    ['director', 'han-garam'],
    ['organization', 'ninefold-lantern'],
    ['director-han'],
    [say('startDate', '2025-11-03', ['director-han'], { credibility: 1 })],
  ),
  tie(
    'brokers',
    'Representation',
    ['agent', 'ellingvard-moor'],
    ['client', 'ninefold-lantern'],
    ['mail-broker'],
    [
      say('role', 'shipbroker', ['mail-broker'], { credibility: 2 }),
      say('date', '2026-03-10', ['mail-broker'], { credibility: 2 }),
    ],
  ),
];

const events = [
  {
    key: 'loading',
    schema: 'Event',
    statements: [
      say('name', 'FABULA HERON loads gas oil at Calderis', ['bill-loaded']),
      say('eventKind', 'loading', ['bill-loaded'], { credibility: 2 }),
      say('date', '2026-03-09', ['bill-loaded'], { original: 'CLEAN ON BOARD 9 MARCH 2026', credibility: 2 }),
      name('participant', 'fabula-heron', ['bill-loaded'], { credibility: 2, detail: { role: 'vessel loading' } }),
      say('quantity', '5,912.440 metric tons of gas oil', ['bill-cargo'], {
        credibility: 2,
        detail: {
          quantity: { amount: 5912.44, unit: 't' },
          converted: { amount: 44343, unit: 'bbl', factor: 7.5, note: 'Factor as printed on the bill of lading.' },
        },
      }),
      say('location', 'Calderis Oil Terminal, berth 4', ['bill-loaded'], { credibility: 2 }),
    ],
  },
  {
    key: 'seen-alone',
    schema: 'Event',
    statements: [
      say('name', 'FABULA HERON seen alone, loaded', ['imagery-before']),
      say('eventKind', 'sighting', ['imagery-before'], { credibility: 2 }),
      say('date', '2026-03-14T05:51Z', ['imagery-before'], { credibility: 2 }),
      name('participant', 'fabula-heron', ['imagery-before'], { credibility: 2, detail: { role: 'vessel seen' } }),
      position('34-31.0N 123-40.8E', 34.516667, 123.68, ['imagery-before']),
    ],
  },
  {
    key: 'silent',
    schema: 'Event',
    statements: [
      say('name', 'AIS silence of FABULA HERON, 14 h 34 min', ['ais-gap']),
      say('eventKind', 'AIS gap', ['ais-gap'], { credibility: 2 }),
      say('startDate', '2026-03-14T18:42Z', ['ais-gap'], { credibility: 2 }),
      say('endDate', '2026-03-15T09:16Z', ['ais-gap'], { credibility: 2 }),
      name('participant', 'fabula-heron', ['ais-gap'], { credibility: 2, detail: { role: 'silent vessel' } }),
    ],
  },
  {
    key: 'transfer',
    schema: 'Event',
    statements: [
      say('name', 'Ship-to-ship transfer in open sea', ['imagery-alongside']),
      say('eventKind', 'transfer ship-to-ship', ['imagery-alongside', 'imagery-freeboard'], { credibility: 2 }),
      say('startDate', '2026-03-15T02:14Z', ['imagery-alongside'], { credibility: 2 }),
      say('endDate', '2026-03-15T05:49Z', ['imagery-later'], { credibility: 3 }),
      name('participant', 'fabula-heron', ['imagery-alongside', 'mail-receiver'], {
        credibility: 2,
        detail: { role: 'delivering vessel' },
      }),
      name('participant', 'saebyok-moru-5', ['mail-receiver', 'mail-length'], {
        credibility: 2,
        detail: { role: 'receiving vessel' },
      }),
      name('participant', 'ninefold-lantern', ['mail-owners'], { credibility: 3, detail: { role: 'charterer' } }),
      position('33-41.2N 124-18.7E', 33.686667, 124.311667, ['imagery-alongside']),
      say('quantity', '5,912.440 metric tons of gas oil', ['bill-cargo', 'agent-empty'], {
        credibility: 3,
        detail: { quantity: { amount: 5912.44, unit: 't' } },
      }),
    ],
  },
  {
    key: 'boarded',
    schema: 'Event',
    statements: [
      say('name', 'FABULA HERON boarded at Port Selwick, tanks empty', ['agent-boarded']),
      say('eventKind', 'port call', ['agent-boarded', 'agent-empty'], { credibility: 1 }),
      say('date', '2026-03-19', ['agent-boarded'], { credibility: 1 }),
      name('participant', 'fabula-heron', ['agent-empty'], { credibility: 1, detail: { role: 'vessel in port' } }),
      say('location', 'Port Selwick, berth 2', ['agent-boarded'], { credibility: 1 }),
    ],
  },
];

export const cast = [...things, ...ties, ...events];
