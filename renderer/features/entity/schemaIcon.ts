import { Circle, type LucideIcon } from 'lucide-react';

/** The sign of a schema, the same everywhere. */
export function schemaIcon(_schema: string): LucideIcon {
  return Circle;
}
