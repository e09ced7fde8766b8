// Files that every site has at a fixed place: where to report a weakness (RFC 9116) and what robots may read.
import type express from 'express';
import type { Logger } from 'pino';

export interface SecurityContact {
  /** mailto: or https: address. */
  readonly contact: string;
  readonly expires: Date;
}

interface SecuritySettings {
  readonly mode: string;
  readonly securityContact: string | undefined;
  /** Last day, like 2027-06-30. */
  readonly securityExpires: string | undefined;
}

/** The contact of the settings; undefined when there is none. */
export function securityOf(settings: SecuritySettings): SecurityContact | undefined {
  const { securityContact: contact, securityExpires: day } = settings;
  return contact && day ? { contact, expires: new Date(`${day}T23:59:59Z`) } : undefined;
}

/** The text of security.txt; null once it has expired, because an old address is worse than none. */
export function securityText(
  { contact, expires }: SecurityContact,
  publicUrl: string | undefined,
  now: Date,
): string | null {
  if (expires <= now) return null;
  const canonical = publicUrl
    ? [`Canonical: ${new URL('/.well-known/security.txt', publicUrl).href}`]
    : [];
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: nl, en',
    ...canonical,
  ];
  return `${lines.join('\n')}\n`;
}

/** Says in the log when nobody can report a weakness, or soon not any more. */
export function warnOfSecurity(settings: SecuritySettings, log: Logger): void {
  if (settings.mode !== 'production') return;
  const security = securityOf(settings);
  if (!security) log.warn('SECURITY_CONTACT is not set: there is no security.txt');
  else if (security.expires.getTime() - Date.now() < 30 * 86_400_000)
    log.warn('SECURITY_EXPIRES is past or less than 30 days ahead: renew it');
}

/** Serves /.well-known/security.txt, where a contact is set, and /robots.txt. */
export function serveWellKnown(
  app: express.Express,
  security: SecurityContact | undefined,
  publicUrl: string | undefined,
  clock: () => Date,
): void {
  app.get('/.well-known/security.txt', (_request, response, next) => {
    const text = security && securityText(security, publicUrl, clock());
    if (text) response.type('text/plain').send(text);
    else next();
  });
  app.get('/robots.txt', (_request, response) => {
    response.type('text/plain').send('User-agent: *\nDisallow: /graphql\nDisallow: /graphiql/\n');
  });
}
