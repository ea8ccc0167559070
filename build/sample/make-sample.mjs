// Makes the sample case's documents and its story.json. Run by a maintainer, never by users: the results are committed.
// Needs Debian's chromium, qpdf, poppler-utils, imagemagick, fonts-liberation and fonts-nanum, and Node 24 (see README.md).
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printToPdf } from './maker/chromium.mjs';
import { writeDeclaration } from './maker/declaration.mjs';
import { encodeEucKr } from './maker/encodings.mjs';
import { layOut } from './maker/layout.mjs';
import { writeMail } from './maker/mail.mjs';
import { MARK, MARK_KS } from './maker/mark.mjs';
import { damagePdf, finishPdf, protectPdf } from './maker/pdf.mjs';
import { writeSatellitePicture, writeScan } from './maker/pictures.mjs';
import { printed } from './maker/printed.mjs';
import { sealStory } from './seal-story.mjs';
import { story } from './sources/story/story.mjs';

const here = import.meta.dirname;
const sources = join(here, 'sources');
const documents = join(here, 'documents');
const work = mkdtempSync(join(tmpdir(), 'sample-'));
const raw = name => join(work, `${name}.raw.pdf`);
const finished = name => join(work, `${name}.pdf`);
const document = name => join(documents, name);

mkdirSync(documents, { recursive: true });
const picture = writeSatellitePicture(sources, work, document('08-satellite-picture.png'));
for (const [name, about] of Object.entries(printed)) {
  printToPdf(layOut(sources, `${name}.html`, work, { picture }), raw(name));
  if (name === 'boarding-report') {
    const scan = join(work, 'scan.raw.pdf');
    writeScan(raw(name), work, scan);
    finishPdf(scan, finished(name), about);
  } else finishPdf(raw(name), finished(name), about);
  if (about.file) copyFileSync(finished(name), document(about.file));
}
protectPdf(finished('charter-party'), document('13-charter-party.pdf'), story.documents.find(d => d.password).password);
damagePdf(finished('hire-statement'), document('14-freight-statement.pdf'), 0.55);
writeMail(sources, finished('bill-of-lading'), document('01-broker-email.eml'));
const fill = (name, mark) => readFileSync(join(sources, name), 'utf8').replaceAll('{{mark}}', mark);
writeFileSync(document('05-press-article-en.html'), fill('press-article-en.html', MARK));
writeFileSync(
  document('09-ais-gap-table.txt'),
  encodeEucKr(fill('ais-gap-table.txt', MARK_KS).replaceAll('\n', '\r\n')),
);
await writeDeclaration(document('06-port-agent-declaration.docx'));
rmSync(work, { recursive: true, force: true });

let total = 0;
for (const { file } of story.documents) {
  const { size } = statSync(document(file));
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
sealStory();
console.log(`${String(total).padStart(8)}  bytes in ${story.documents.length} documents`);
