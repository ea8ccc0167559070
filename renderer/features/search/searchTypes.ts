/** The short word for a media type in `type:`. Pure. */
export function searchTypeWord(mediaType: string): string {
  if (mediaType.startsWith('image/')) return 'image';
  const known: Record<string, string> = {
    'application/pdf': 'pdf',
    'message/rfc822': 'eml',
    'text/html': 'html',
    'text/plain': 'txt',
    'text/csv': 'csv',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  };
  return known[mediaType] ?? mediaType.slice(mediaType.indexOf('/') + 1);
}
