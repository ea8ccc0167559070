import { Copy } from 'lucide-react';
import { IconButton, Mono } from '../../ui/index.ts';
import { useToast } from '../../workbench/index.ts';

/** A key or a hash, whole, with a button that copies it. */
export function CopyText({ value, what }: { value: string; what: string }) {
  const copy = useCopy();
  return (
    <span className="copy-text">
      <Mono wrap>{value}</Mono>
      <IconButton icon={Copy} label={`Copy the ${what}`} onPress={() => copy(value, what)} />
    </span>
  );
}

export function useCopy(): (value: string, what: string) => void {
  const toast = useToast();
  return (value, what) => {
    navigator.clipboard.writeText(value).then(
      () => toast({ text: `The ${what} is on the clipboard` }),
      () => toast({ text: 'The clipboard is not to be had just now.', kind: 'problem' }),
    );
  };
}
