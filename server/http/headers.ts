// Headers on every answer: nothing is loaded from elsewhere, framed, guessed or kept.
import type { RequestHandler } from 'express';

const policy = (styles: string, images = '') =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self' data:${images}; font-src 'self' data:; ` +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** GraphiQL's editor writes style attributes; only its page may. */
const withInlineStyles = policy("'self' 'unsafe-inline'");

/**
 * Security headers; HSTS only where the public address is https, because it binds the browser for a year. The one thing
 * that may come from elsewhere is tiles of a background map, where the settings name one: without cookies.
 */
export function securityHeaders(isHttps: boolean, backgroundMap: string | null): RequestHandler {
  const strict = policy("'self'", backgroundMap ? ` ${new URL(backgroundMap).origin}` : '');
  return (request, response, next) => {
    response.set({
      'Content-Security-Policy': request.path.startsWith('/graphiql/') ? withInlineStyles : strict,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy':
        // Where someone stands is asked on the device, for the wijk, and never sent.
        'camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': backgroundMap ? 'credentialless' : 'require-corp',
      'X-Permitted-Cross-Domain-Policies': 'none',
      'Cache-Control': 'no-store',
      ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    });
    next();
  };
}
