import type { ReactNode } from 'react';
import './vault.css';

/** The screen while no vault is open: one column, nothing beside it. */
export function VaultScreen({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <main className="vault-screen">
      <div className="vault-column">
        <p className="vault-brand">Probatum</p>
        <h1 className="vault-title">{title}</h1>
        {text && <p className="vault-text">{text}</p>}
        {children}
      </div>
      <p className="vault-foot">Offline. Nothing leaves this machine unless you export it.</p>
    </main>
  );
}
