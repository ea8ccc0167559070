import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from '../../../api/index.ts';
import { Button, Empty, Failed, Loading } from '../../../ui/index.ts';
import { KeysDetail } from './KeysDetail.tsx';
import { MakeKeys } from './MakeKeys.tsx';
import { RetiredKeys } from './RetiredKeys.tsx';

/** The keys that this vault signs and receives with. */
export function KeysPart() {
  const own = useQuery('identity.own', {});
  const [making, setMaking] = useState(false);
  const { data } = own;
  if (own.error) return <Failed error={own.error} onRetry={own.refetch} />;
  if (!data) return <Loading label="Reading the keys" />;
  return (
    <div className="people-page">
      {data.current ? (
        <KeysDetail current={data.current} vaultCode={data.vaultCode} onReplace={() => setMaking(true)} />
      ) : (
        <Empty
          icon={KeyRound}
          title="No keys yet"
          text="With keys of your own you sign receipts, bundles and archives, and others can seal archives that only this vault opens. They are made here and stay in the vault, encrypted with it."
          action={
            <Button kind="primary" onPress={() => setMaking(true)}>
              Make my keys…
            </Button>
          }
        />
      )}
      {data.retired.length > 0 && <RetiredKeys retired={data.retired} />}
      <MakeKeys open={making} current={data.current} onClose={() => setMaking(false)} />
    </div>
  );
}
