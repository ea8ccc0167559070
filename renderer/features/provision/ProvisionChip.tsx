import { X } from 'lucide-react';
import type { Provision } from '../../../shared/domain/provision.ts';
import { Chip, IconButton } from '../../ui/index.ts';
import { ProvisionFacts } from './ProvisionFacts.tsx';
import { provisionMark } from './provisionWords.ts';
import './provision.css';

export interface ProvisionChipProps {
  id: string;
  provision: Provision | undefined;
  onPress(): void;
  onRemove?: () => void;
}

export function ProvisionChip({ id, provision, onPress, onRemove }: ProvisionChipProps) {
  const label = provision ? provisionMark(provision) : id;
  return (
    <span className="provision-chip">
      <Chip
        kind="provision"
        label={label}
        name={provision ? `Resolution ${label}: ${provision.summary}` : label}
        onPress={onPress}
        preview={
          provision &&
          (() => (
            <div className="provision-preview">
              <ProvisionFacts provision={provision} />
            </div>
          ))
        }
      />
      {onRemove && <IconButton icon={X} size={13} label={`No longer measure against ${label}`} onPress={onRemove} />}
    </span>
  );
}
