/** Starts the window: theme, line to the core, then the app. */
import './jitless.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectToCore, desktop } from './api/index.ts';
import { App } from './app/App.tsx';
import { applyTheme, rememberedTheme } from './ui/index.ts';

applyTheme();
// Menus and dialogs follow the theme too; the page does not wait for them.
desktop('desktop.setTheme', { theme: rememberedTheme() }).catch(() => undefined);
connectToCore();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
