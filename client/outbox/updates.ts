// The service worker: registered once, and renewed only when the person says so, because a form may be half filled.

let renew: (() => void) | undefined;
let tell: ((renew: () => void) => void) | undefined;

/** Calls back when a newer version waits; returns how to stop. */
export function onUpdate(callback: (renew: () => void) => void): () => void {
  tell = callback;
  if (renew) callback(renew);
  return () => {
    tell = undefined;
  };
}

function offer(worker: ServiceWorker): void {
  renew = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    worker.postMessage('RENEW');
  };
  tell?.(renew);
}

/** Makes the app work without a connection; does nothing where there are no workers. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/service-worker.js');
  const { waiting } = registration;
  if (waiting && navigator.serviceWorker.controller) offer(waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && navigator.serviceWorker.controller) offer(installing);
    });
  });
}
