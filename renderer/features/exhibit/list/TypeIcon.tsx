import { Archive, File, FileText, Globe, Image, Mail, MapPin, Presentation, Sheet, TextInitial } from 'lucide-react';
import { type TypeShape, typeShape, typeWord } from '../exhibitWords.ts';

const shapes = {
  pdf: FileText,
  mail: Mail,
  picture: Image,
  text: TextInitial,
  web: Globe,
  sheet: Sheet,
  slides: Presentation,
  map: MapPin,
  archive: Archive,
  other: File,
} satisfies Record<TypeShape, typeof File>;

/** The type as a shape, with its word for those who do not see it. */
export function TypeIcon({ mediaType, size = 16 }: { mediaType: string; size?: number }) {
  const Shape = shapes[typeShape(mediaType)];
  return (
    <span className="type-icon" title={typeWord(mediaType)}>
      <Shape size={size} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden">{typeWord(mediaType)}</span>
    </span>
  );
}
