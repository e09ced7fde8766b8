// Start of the web app. What the first page needs is asked for before anything is drawn.
import { render } from 'preact';
import { App } from './app/app.tsx';
import { preloadPage } from './app/routes.tsx';
import { beginSession } from './app/session.tsx';
import './styles/index.css';

beginSession();
preloadPage(location.pathname);
const root = document.getElementById('app');
if (root) render(<App />, root);
