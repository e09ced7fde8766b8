// Every setting of Wijkbeeld, read and checked once; nobody else reads process.env.
// The README's table of settings is made from `settings`.
import { isIP } from 'node:net';
import * as z from 'zod';
import {
  isLoopback,
  type LoginConfig,
  type LoginValues,
  loginSettings,
  readLogin,
} from './access/settings.ts';

import {
  type FetchSettings,
  type FetchValues,
  fetchSettings,
  readFetching,
} from './monitors/fetching/settings.ts';

export const modes = ['demo', 'development', 'production'] as const;
export type Mode = (typeof modes)[number];

const port = z.coerce.number().int().min(0).max(65535);
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be an address like postgres://user:password@host/database');

/** Proxies as express names them: how many, or which addresses. */
const trustedProxies = z.string().transform((text, context) => {
  if (/^[1-9]$/.test(text)) return Number(text);
  const items = text.split(',').map((item) => item.trim());
  const isNetwork = (item: string) => {
    const [address = '', bits, ...rest] = item.split('/');
    return (
      isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits))
    );
  };
  if (!items.every((item) => item === 'loopback' || isNetwork(item)))
    context.addIssue(
      'must be a number of proxies (1 to 9) or addresses like 10.0.0.1, 10.1.0.0/16',
    );
  return items;
});

/** The settings with their meaning; an absent one takes the default in brackets. */
export const settings = {
  PORT: { schema: port.default(4000), meaning: 'Port to listen on; 0 takes a free one (4000)' },
  HOST: {
    schema: z.string().min(1).default('127.0.0.1'),
    meaning: 'Address to listen on; demo tokens work on loopback only (127.0.0.1)',
  },
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    meaning: 'PostgreSQL 15 or newer; absent: the embedded database',
  },
  DATABASE_OWNER_URL: {
    schema: postgresUrl.optional(),
    meaning:
      'Login that owns the tables, for migrations and commands; absent: DATABASE_URL (in production that one may own nothing)',
  },
  DATABASE_READ_URL: {
    schema: postgresUrl.optional(),
    meaning: 'Read replica for profiles and maps; absent: DATABASE_URL',
  },
  DATABASE_POOL: {
    schema: z.coerce.number().int().min(1).max(200).default(10),
    meaning: 'Connections to PostgreSQL per process (10)',
  },
  WIJKBEELD_DATA: {
    schema: z.string().min(1).default('./.data'),
    meaning: 'Folder of the embedded database (./.data)',
  },
  WIJKBEELD_MODE: {
    schema: z.enum(modes).default('demo'),
    meaning: 'demo: the town Waterrijk; development: demo tokens, no town; production (demo)',
  },
  TRUST_PROXY: {
    schema: trustedProxies.optional(),
    meaning: 'Proxies in front: how many, or their addresses; absent: none is believed',
  },
  COST_PER_MINUTE: {
    schema: z.coerce.number().int().min(1_000).max(1_000_000_000).optional(),
    meaning: 'Cost a person may use per minute, the public half (20000; demo, development 2000000)',
  },
  WRITES_PER_MINUTE: {
    schema: z.coerce.number().int().min(1).max(1_000_000).optional(),
    meaning: 'Texts a person may send per minute, the public half (120; demo, development 12000)',
  },
  RESPONSE_CACHE: {
    schema: z.enum(['on', 'off']).optional(),
    meaning:
      'Answers to the public are kept for half a second: on or off (on; demo, development off)',
  },
  GEMEENTE: {
    schema: z
      .string()
      .regex(/^GM\d{4}$/, 'must be a code like GM0518')
      .optional(),
    meaning:
      'Gemeente the web app opens with for who is not signed in; absent: it asks (demo: GM9001)',
  },
  THEME: {
    schema: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'must be the name of a file in client/themes, like wijkbeeld')
      .default('wijkbeeld'),
    meaning:
      'Look of the web app where the gemeente chose none: a file of client/themes (wijkbeeld)',
  },
  BACKGROUND_MAP: {
    schema: z
      .string()
      .regex(
        /^https:\/\/\S*\{z\}\S*\{x\}\S*\{y\}\S*$/,
        'must be https:// with {z}, {x} and {y}, like https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:28992/{z}/{x}/{y}.png',
      )
      .optional(),
    meaning:
      'WMTS tiles in RD under the map, such as those of PDOK; absent: none, nothing is asked elsewhere',
  },
  SECURITY_CONTACT: {
    schema: z
      .string()
      .regex(/^(mailto:|https:\/\/)\S+$/, 'must begin with mailto: or https://')
      .optional(),
    meaning: 'Where to report a weakness, in security.txt; absent: no security.txt',
  },
  SECURITY_EXPIRES: {
    schema: z.iso.date().optional(),
    meaning: 'Last day of SECURITY_CONTACT, within a year, like 2027-06-30; needed with it',
  },
  LOGBOOK_KEY: {
    schema: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, 'must be 32 random bytes as 64 hexadecimal digits')
      .optional(),
    meaning:
      'Key (64 hexadecimal digits) that encrypts subjects in the Logboek Dataverwerkingen; absent: they are left out',
  },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
    meaning: 'How much is logged (warn)',
  },
  ...loginSettings,
  ...fetchSettings,
} as const;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseReadUrl: string | undefined;
  readonly databasePool: number;
  readonly dataFolder: string;
  readonly mode: Mode;
  readonly publicUrl: string | undefined;
  readonly trustProxy: number | readonly string[] | undefined;
  readonly costPerMinute: number | undefined;
  readonly writesPerMinute: number | undefined;
  /** Answers to the public are kept for half a second. */
  readonly keepsAnswers: boolean;
  /** Gemeente of the web app for who is not signed in. */
  readonly gemeente: string | undefined;
  readonly theme: string;
  readonly backgroundMap: string | undefined;
  readonly securityContact: string | undefined;
  readonly securityExpires: string | undefined;
  readonly logbookKey: Buffer | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** How people sign in; undefined: no login service is set. */
  readonly login: LoginConfig | undefined;
  /** Where figures are fetched. */
  readonly fetching: FetchSettings;
}

/** The settings are wrong: the message lists all that is wrong, a line each. */
export class SettingsError extends Error {}

/** Reads the settings from an environment; throws SettingsError that lists everything wrong at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = <Name extends keyof typeof settings>(
    name: Name,
  ): z.infer<(typeof settings)[Name]['schema']> => {
    const text = env[name] === '' ? undefined : env[name];
    const result = settings[name].schema.safeParse(text);
    if (result.success) return result.data as never;
    const why = result.error.issues.map((issue) => issue.message).join('; ');
    // Addresses may hold a password: the value is named for the harmless settings only.
    const shown = /^DATABASE_.*URL$|SECRET|KEY|CLAIMS/.test(name) ? '' : ` (is "${text}")`;
    problems.push(`${name}${shown}: ${why}`);
    return undefined as never;
  };
  const mode = read('WIJKBEELD_MODE');
  const general = {
    port: read('PORT'),
    host: read('HOST'),
    databaseUrl: read('DATABASE_URL'),
    databaseOwnerUrl: read('DATABASE_OWNER_URL'),
    databaseReadUrl: read('DATABASE_READ_URL'),
    databasePool: read('DATABASE_POOL'),
    dataFolder: read('WIJKBEELD_DATA'),
    mode,
    trustProxy: read('TRUST_PROXY'),
    costPerMinute: read('COST_PER_MINUTE'),
    writesPerMinute: read('WRITES_PER_MINUTE'),
    keepsAnswers: (read('RESPONSE_CACHE') ?? (mode === 'production' ? 'on' : 'off')) === 'on',
    gemeente: read('GEMEENTE'),
    theme: read('THEME'),
    backgroundMap: read('BACKGROUND_MAP'),
    securityContact: read('SECURITY_CONTACT'),
    securityExpires: read('SECURITY_EXPIRES'),
    logbookKey: asKey(read('LOGBOOK_KEY')),
    logLevel: read('LOG_LEVEL'),
  };
  const before = problems.length;
  const names = Object.keys(loginSettings) as (keyof LoginValues)[];
  const values = Object.fromEntries(names.map((name) => [name, read(name)])) as LoginValues;
  const fetchNames = Object.keys(fetchSettings) as (keyof FetchValues)[];
  const fetching = Object.fromEntries(fetchNames.map((name) => [name, read(name)])) as FetchValues;
  const isReadable = problems.length === before;
  const isProduction = general.mode === 'production';
  const login = isReadable ? readLogin(values, isProduction, problems) : undefined;
  if (isProduction && general.databaseUrl === undefined) {
    problems.push(
      'WIJKBEELD_MODE=production needs DATABASE_URL: the embedded database has no fsync.',
    );
  }
  if ((general.securityContact === undefined) !== (general.securityExpires === undefined)) {
    problems.push('SECURITY_CONTACT and SECURITY_EXPIRES belong together: set both or neither.');
  }
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  return { ...general, publicUrl: values.PUBLIC_URL, login, fetching: readFetching(fetching) };
}

const asKey = (text: string | undefined) =>
  text === undefined ? undefined : Buffer.from(text, 'hex');

/** Demo tokens act only outside production and only on a loopback address. */
export function allowsDemoTokens(config: Pick<Config, 'mode' | 'host'>): boolean {
  return config.mode !== 'production' && isLoopback(config.host);
}
