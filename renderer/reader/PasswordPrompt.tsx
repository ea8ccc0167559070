/** Asks for the password of a protected document. It goes to the frame and is kept nowhere. */
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button, TextField } from '../ui/index.ts';

export function PasswordPrompt({ wrong, onPassword }: { wrong: boolean; onPassword(password: string): void }) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="reader-password"
      onSubmit={event => {
        event.preventDefault();
        if (password !== '') onPassword(password);
        setPassword('');
      }}
    >
      <KeyRound size={24} strokeWidth={1.5} aria-hidden />
      <p>This document is protected by a password. Enter it to read; the document stays as it is.</p>
      <TextField
        label="Password"
        type="password"
        value={password}
        onChange={setPassword}
        problem={wrong ? 'This password does not open it. Try another.' : undefined}
        autoFocus
      />
      <Button kind="primary" type="submit" disabled={password === ''}>
        Open
      </Button>
    </form>
  );
}
