/** Makes the compiler say when a union has grown and a switch has not. */
export function assertNever(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}
