// The two cookies of Wijkbeeld. `__Host-` binds a cookie to this host, path / and https: browsers take it on
// plain http from loopback addresses only, so any other host needs https (PUBLIC_URL).

/** The session of a browser. */
export const sessionCookie = '__Host-wijkbeeld';
/** Binds a login under way to the browser that began it. */
export const loginCookie = '__Host-wijkbeeld-login';

/** Value of a cookie in a Cookie header; undefined when it is not there. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** Set-Cookie that ends with the browser, or after `maxAge` seconds; no script reads it. */
export function writeCookie(name: string, value: string, maxAge?: number): string {
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${age}`;
}

/** Set-Cookie that takes the cookie away. */
export const clearCookie = (name: string) => writeCookie(name, '', 0);
