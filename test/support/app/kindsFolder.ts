/** A folder of many kinds of evidence, built here: invented, an exercise. What each must show is told with it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHwp, hwpParagraph } from '../../electron/extract/support/makeHwp.ts';
import { makeXlsx, textRow, zipOf } from '../../electron/extract/support/makeOffice.ts';
import { makeMsg } from '../../electron/extract/support/makeOutlook.ts';
import { makeTiff } from '../../electron/extract/support/makePicture.ts';
import { drawStrip, makeScan } from '../../electron/extract/support/makeScan.ts';

export const SCANNED = ['BOARDING REPORT EXERCISE', 'Cargo of coal seen in hold two'];

/** MAPI properties: subject, sender's name and address, body. */
const SUBJECT = 0x0037;
const SENDER_NAME = 0x0c1a;
const SENDER_ADDRESS = 0x0c1f;
const BODY = 0x1000;

export async function writeKinds(folder: string): Promise<string> {
  const drop = join(folder, 'Every kind (exercise)');
  mkdirSync(join(drop, '부두 기록'), { recursive: true });
  const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(drop, name), bytes);
  write(
    'fleet.xlsx',
    makeXlsx([
      {
        name: 'Fleet',
        rows:
          textRow(1, 'Name', 'IMO', 'Remark') +
          textRow(2, 'FABULA HERON', '9074729', 'sold in Marlowe') +
          textRow(3, 'FABULA TERN', '9074730', '남포 정박'),
      },
      { name: 'Owners', rows: textRow(1, 'Ellingham Shipping (exercise)'), state: 'hidden' },
    ]),
  );
  write('scan.pdf', await makeScan([{ picture: SCANNED }]));
  write('fax.tif', await tiffOf(['FAX FROM THE AGENT']));
  write(
    'letter.msg',
    makeMsg({
      props: {
        [SUBJECT]: 'Bunkers off Marlowe',
        [SENDER_NAME]: 'Agent (exercise)',
        [SENDER_ADDRESS]: 'agent@example.invalid',
        [BODY]: 'The heron takes bunkers at night.\r\n',
      },
    }),
  );
  write('부두 기록/report.hwp', makeHwp([hwpParagraph(0, '유조선 파불라 헤론의 연습 보고')]));
  write(
    'papers.zip',
    zipOf({ 'deck/log.txt': 'Position kept until midnight.', 'deck/../../escape.txt': 'A name that climbs.' }),
  );
  write(
    'track.gpx',
    '<gpx xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="38.71" lon="125.39"><name>Anchorage of the exercise</name></wpt></gpx>',
  );
  return drop;
}

async function tiffOf(lines: string[]): Promise<Uint8Array> {
  const { width, height, data } = await drawStrip(lines);
  return makeTiff([
    {
      entries: [
        [256, 4, [width]],
        [257, 4, [height]],
        [258, 3, [8]],
        [259, 3, [1]],
        [262, 3, [1]],
        [277, 3, [1]],
        [278, 4, [height]],
        [279, 4, [data.byteLength]],
      ],
      blocks: [data],
    },
  ]);
}
