// Passages that the cast of the sample case rests on: names, numbers and dates, where the documents give them.

const MAIL = '01-broker-email.eml';
const COMPANY = '02-company-registry-extract.pdf';
const SHIP = '03-vessel-registry-transcript.pdf';
const IMAGERY = '07-imagery-report.pdf';

const passage = (key, file, pageIndex, quote, note, more = {}) => ({
  key,
  file,
  pageIndex,
  tags: ['cast'],
  quote,
  note,
  ...more,
});

export const castPassages = [
  passage('ship-name', SHIP, 0, 'FABULA HERON', 'Name of ship.'),
  passage('ship-imo', SHIP, 0, '2026010', 'IMO ship number.'),
  passage('ship-signals', SHIP, 0, 'QEX7 · 400012026', 'Call sign and MMSI.'),
  passage('ship-built', SHIP, 0, '2004, Tarnvik Yard, hull 1187', 'Built.'),
  passage('ship-type', SHIP, 0, 'Oil products tanker, double hull', 'Type.'),
  passage('ship-former', SHIP, 0, 'LUMEN TERN (2004 to 2019), MORU 9 (2019 to 2025)', 'Former names.'),
  passage('ship-registered', SHIP, 0, '17 November 2025', 'First registered in Marenda.'),
  passage('owner-first', SHIP, 1, 'Tern Rederi A/S', 'Registered owner from 22 May 2004 to 11 June 2019.'),
  passage(
    'owner-second',
    SHIP,
    1,
    'Moru Haeun Chusikhoesa 64/64',
    'Registered owner from 11 June 2019 to 3 November 2025.',
  ),
  passage(
    'owner-second-ko',
    SHIP,
    1,
    'Former owner 모루해운 주식회사 Moru Haeun Chusikhoesa',
    'The same owner, as filed.',
  ),
  passage('owner-third', SHIP, 1, 'Quillfeather Maritime Ltd', 'Registered owner since 3 November 2025.'),
  passage('company-name', COMPANY, 2, 'Ninefold Lantern Trading Co., Ltd.', 'Heading of the entries in force.'),
  passage('company-number', COMPANY, 2, 'C-118 204', 'Company number.'),
  passage('company-office', COMPANY, 2, 'Suite 11, Lantern Quay, Free Port of Calderis', 'Registered office.'),
  passage('company-incorporated', COMPANY, 2, '14 August 2024', 'Incorporated.'),
  passage('director-astwick', COMPANY, 2, 'Peregrine Astwick', 'Director since 2 September 2024.'),
  passage('director-han', COMPANY, 2, 'Han Garam (한가람)', 'Director since 3 November 2025.'),
  passage('member-moru', COMPANY, 2, '모루해운 주식회사', 'Member with 6,000 shares since 3 November 2025.'),
  passage(
    'member-moru-address',
    COMPANY,
    2,
    "12 Anvil Street, Nampho, Democratic People's Republic of Korea",
    'Address as filed.',
  ),
  passage('member-nominees', COMPANY, 2, 'Sallow Street Nominees Ltd', 'Member with 4,000 shares.'),
  passage('mail-broker', MAIL, 0, 'Ellingvard & Moor Shipbrokers', 'Signature of the mail.'),
  passage('mail-meeting', MAIL, 0, 'The master has the meeting point, 33-41N 124-19E', 'The plan, four days before.'),
  passage('imagery-later', IMAGERY, 1, '33-39.8N 124-20.1E', 'Both hulls alongside at 05:49 UTC.'),
  passage('imagery-before', IMAGERY, 1, '34-31.0N 123-40.8E', 'The northern hull alone, 14 March, 05:51 UTC.'),
  passage('insurer-name', '10-pandi-certificate.pdf', 0, 'NB-26-3317', 'Certificate number.'),
  passage(
    'agent-boarded',
    '06-port-agent-declaration.docx',
    0,
    'I went on board on 19 March 2026 at 13.30.',
    'First-hand.',
  ),
  passage('bill-loaded', MAIL, 0, 'CLEAN ON BOARD 9 MARCH 2026', 'Date of loading.', {
    attachment: 'BL CAL-FH-0309.pdf',
  }),
  passage('rider-owners', '13-charter-party.pdf', 0, 'QUILLFEATHER MARITIME LTD', 'Owners in the charter party.'),
];
