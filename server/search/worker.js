// @ts-check
// Starts the search thread: plain JavaScript, because a worker thread has no TypeScript loader of its own.
import { register } from 'tsx/esm/api';

register();
await import('./work.ts');
