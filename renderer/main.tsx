/** Starts the window: theme, line to the core, then the app. */
import './jitless.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectToCore } from './api/index.ts';
import { App } from './app/App.tsx';
import { applyTheme } from './ui/index.ts';

applyTheme();
connectToCore();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
