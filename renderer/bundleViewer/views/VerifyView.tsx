/** How to check this bundle without us: with tools that every system has, and what that shows and does not. */
import type { CaseIndex } from '../content/caseIndex.ts';
import { SignatureCheck } from './SignatureCheck.tsx';

export function VerifyView({ index: { bundle } }: { index: CaseIndex }) {
  const example = bundle.exhibits.find(exhibit => exhibit.fileName !== null);
  return (
    <section className="prose">
      <h2>Check this bundle yourself</h2>
      <p>
        This bundle is a BagIt bag (RFC 8493): a folder in which <code>manifest-sha256.txt</code> lists every file with
        its digest. Unpack it whole, then open a terminal in the folder that holds <code>bagit.txt</code>.
      </p>
      <h3>1 · Every file</h3>
      <p>Linux</p>
      <pre>
        sha256sum -c manifest-sha256.txt{'\n'}sha256sum -c tagmanifest-sha256.txt{'\n'}sha512sum -c
        tagmanifest-sha512.txt
      </pre>
      <p>macOS</p>
      <pre>
        shasum -a 256 -c manifest-sha256.txt{'\n'}shasum -a 256 -c tagmanifest-sha256.txt{'\n'}shasum -a 512 -c
        tagmanifest-sha512.txt
      </pre>
      <p>
        Each line must end in <code>OK</code>, and nothing else be said. In the ZIP itself, <code>unzip -t</code> with
        its name tests the container.
      </p>
      <SignatureCheck bundle={bundle} />
      {example && (
        <>
          <h3>3 · One exhibit</h3>
          <p>
            Compare what this prints with the SHA-256 of {example.number} here, and with the one printed in the report.
            The digest was taken when the exhibit was admitted, before any program opened it.
          </p>
          <pre>
            sha256sum data/exhibits/{example.fileName}
            {'\n'}certutil -hashfile data\exhibits\{example.fileName} SHA256 <span className="quiet">(Windows)</span>
          </pre>
          <p>
            “Check the bytes” above an exhibit does the same in this browser, for the very bytes from which its page is
            drawn.
          </p>
        </>
      )}
      <h3>4 · A sentence of the report</h3>
      <p>
        Choose a citation: its words, frozen when they were cited, stand above the page, and are lit on it. Open the
        same file of <code>data/exhibits/</code> in a program of your own, and read the page.
      </p>
      <h3>5 · The whole</h3>
      <p>
        Ask the sender, by another way than the one by which the bundle came, for the SHA-256 of the ZIP and the head of
        the custody log:
      </p>
      <pre>{bundle.custodyHead}</pre>
      <h3>6 · The custody logs</h3>
      <p>
        <code>data/custody/README.txt</code> tells how to reckon each hash again with a short program, and how to check
        receipts, witnesses and time stamps with <code>ssh-keygen</code> and <code>openssl</code>. “Check it in this
        browser” under Custody does the first for the lines shown here.
      </p>
      <h3>What this does not show</h3>
      <p>
        Digests show that nothing changed since the sender made the bundle. That a document is authentic, and a source
        honest, they cannot show: for that, each finding names its sources, their grades, and what speaks against it.
      </p>
      <h3>What else is here</h3>
      <p>
        <code>report/case.json</code> all that this page shows; <code>annotations/annotations.jsonld</code> the passages
        as W3C Web Annotations; <code>csl.json</code> the exhibits for reference managers; <code>custody/</code> the
        custody logs; <code>screening/screening.json</code> runs against sanctions lists, or that there are none;{' '}
        <code>text/</code> the extracted text;
        {(bundle.parts?.entities ?? 0) > 0 && (
          <>
            {' '}
            <code>ftm/</code>, <code>geo/</code> and <code>chart/</code> who and what is named, as FollowTheMoney,
            GeoJSON and GraphML;
          </>
        )}{' '}
        <code>ro-crate-metadata.json</code> what each file is. Nothing here reaches a network, and no exhibit is run.
      </p>
    </section>
  );
}
