// The server under express: time and size limits of connections, and an end that lets answers finish.
import { createServer, type RequestListener, type Server } from 'node:http';

/** Headers must be in within 10 s and the body within 30 s, so that nobody holds a connection by being slow. */
const times = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  // Longer than the minute that load balancers keep a connection, so that they never send into a closing one.
  keepAliveTimeout: 65_000,
};
/** A connection on which nothing moves; subscriptions send a sign of life every 12 s. */
const idleMs = 120_000;
const connections = 2_000;
const headerBytes = 16_384;

/** Listens on the port; rejects when it cannot. */
export function listen(
  app: RequestListener,
  port: number,
  host: string,
  limits: typeof times = times,
): Promise<Server> {
  const server = createServer({ ...limits, maxHeaderSize: headerBytes }, app);
  server.maxConnections = connections;
  server.maxHeadersCount = 100;
  server.setTimeout(idleMs);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** Takes no new requests, gives running ones the time to end, then cuts off what is left. */
export async function closeGently(server: Server, graceMs = 5_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutting = setTimeout(() => server.closeAllConnections(), graceMs);
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(cutting);
  clearInterval(sweeping);
}
