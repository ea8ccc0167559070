/** Entry of the bundle viewer: one classic script, run by a page that was opened from disk. */
import './zodWithoutCode.ts';
import './viewer.css';
import './frame.css';
import './findings.css';
import './report.css';
import './reading.css';
import './entity.css';
import './canvas.css';
import './print.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadCase } from './content/loadCase.ts';
import { installReceiver } from './content/receiver.ts';
import { Failure } from './views/Failure.tsx';

installReceiver();

const place = document.getElementById('root');
if (place) {
  const root = createRoot(place);
  loadCase().then(
    bundle => root.render(createElement(App, { bundle })),
    (error: unknown) => root.render(createElement(Failure, { title: 'This bundle could not be opened', error })),
  );
}
