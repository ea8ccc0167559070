import { Plus } from 'lucide-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { Button, TextArea } from '../../ui/index.ts';

/** The next claim, typed under the last; Mod+Enter or leaving the field adds it. */
export function AddClaim({
  first,
  onAdd,
  ref,
}: {
  first: boolean;
  onAdd(text: string): void;
  ref?: Ref<{ focus(): void }>;
}) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));
  const add = () => {
    if (text.trim() === '') return;
    onAdd(text.trim());
    setText('');
  };
  return (
    <form
      className="claim-add"
      onSubmit={event => {
        event.preventDefault();
        add();
      }}
    >
      <TextArea
        ref={field}
        label={first ? 'First claim' : 'Next claim'}
        hideLabel
        serif
        value={text}
        onChange={setText}
        maxLength={4000}
        placeholder={first ? 'The first claim: one statement that evidence can bear or break' : 'Another claim'}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add();
          }
        }}
      />
      <Button kind={first ? 'primary' : 'plain'} icon={Plus} type="submit" disabled={text.trim() === ''}>
        Add claim
      </Button>
    </form>
  );
}
