/** Lets evidence be dropped anywhere on the window; one gesture, and it is being admitted. Put it around the shell. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useRoute } from '../../workbench/index.ts';
import { useAdmit, useSettleDrop } from './useAdmit.ts';
import './EvidenceDrop.css';

export function EvidenceDrop({ children }: { children: ReactNode }) {
  const { caseId } = useRoute();
  const { admitDropped } = useAdmit(caseId);
  useSettleDrop(caseId);
  const [over, setOver] = useState(false);
  /** Enter and leave come for every element inside; only when they balance has the pointer left. */
  const depth = useRef(0);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop has a keyboard way of its own, "Add files …"
    <div
      className="evidence-drop"
      onDragEnter={event => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={event => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDragLeave={event => {
        if (!holdsFiles(event)) return;
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDrop={event => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void admitDropped([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="evidence-drop-sign" role="status">
          <p>Drop to admit as evidence. Files and folders are copied into the vault; the originals stay as they are.</p>
        </div>
      )}
    </div>
  );
}
