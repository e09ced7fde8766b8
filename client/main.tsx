// Start of the web app.
import { render } from 'preact';
import { App } from './app/app.tsx';
import { registerWorker } from './outbox/updates.ts';
import './styles/index.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
void registerWorker().catch(() => {});
