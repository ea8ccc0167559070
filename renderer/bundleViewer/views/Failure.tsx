/** What happened, to what, and what a reader can do about it. */
import { ZodError } from 'zod';

export function Failure({ title, error }: { title: string; error: unknown }) {
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{title}</p>
      <p>{reason(error)}</p>
    </div>
  );
}

function reason(error: unknown): string {
  if (error instanceof ZodError) {
    return `The description of the case is not one that this viewer can read (${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}). Check the bundle with “sha256sum -c manifest-sha256.txt” for damage.`;
  }
  if (error instanceof Error && error.name === 'PasswordException')
    return 'It is protected by a password. Its bytes are in data/exhibits/.';
  return error instanceof Error ? error.message : String(error);
}
