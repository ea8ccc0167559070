import { useEffect, useState } from 'react';

/** An address for a picture's bytes, for as long as they are shown. */
export function usePictureUrl(png: Uint8Array | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!png) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }));
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [png]);
  return url;
}
