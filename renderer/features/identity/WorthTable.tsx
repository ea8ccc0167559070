import { type Worth, worth } from '../../../shared/domain/identity/whatItProves.ts';

/** What is proven, and what is not: said where somebody might believe more. */
export function WorthTable({ of = Object.values(worth) }: { of?: readonly Worth[] }) {
  return (
    <details className="worth">
      <summary>What this proves, and what it does not</summary>
      <dl>
        {of.map(one => (
          <div key={one.what} className="worth-one">
            <dt>{one.what}</dt>
            <dd>
              <strong>shows:</strong> {one.shows}
            </dd>
            <dd>
              <strong>does not show:</strong> {one.showsNot}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
