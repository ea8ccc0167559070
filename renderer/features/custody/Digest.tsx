import { Mono } from '../../ui/index.ts';

/** A row of facts that holds a hash, whole. */
export function Digest({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Mono wrap>{value}</Mono>
      </dd>
    </>
  );
}
