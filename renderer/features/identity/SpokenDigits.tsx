/** Digits that two people compare: read out in groups of five, three groups a line. */
export function SpokenDigits({ groups, label }: { groups: readonly string[]; label: string }) {
  return (
    <ol className="spoken" aria-label={label}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells equal groups apart
        <li key={index} className="spoken-group">
          {group}
        </li>
      ))}
    </ol>
  );
}
