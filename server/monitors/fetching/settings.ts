// Settings of fetching from sources: the addresses of their services, which a mirror may stand in for, and patience.
import * as z from 'zod';
import type { ServiceKey } from '../descriptions/description.ts';

const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s?#]+$/, 'must be an address like https://host/path')
  .transform((address) => address.replace(/\/+$/, ''));

export const fetchSettings = {
  CBS_ODATA3: {
    schema: webAddress.default('https://opendata.cbs.nl/ODataApi/OData'),
    meaning: 'Where CBS tables are fetched, OData v3 (https://opendata.cbs.nl/ODataApi/OData)',
  },
  CBS_ODATA4: {
    schema: webAddress.default('https://datasets.cbs.nl/odata/v1/CBS'),
    meaning: 'The same, OData v4 (https://datasets.cbs.nl/odata/v1/CBS)',
  },
  DATADERDEN_ODATA3: {
    schema: webAddress.default('https://dataderden.cbs.nl/ODataApi/OData'),
    meaning:
      'Where tables of RIVM and the police are fetched (https://dataderden.cbs.nl/ODataApi/OData)',
  },
  MLZ_ODATA3: {
    schema: webAddress.default('https://mlzopendata.cbs.nl/ODataApi/OData'),
    meaning:
      'Where tables of long-term care are fetched (https://mlzopendata.cbs.nl/ODataApi/OData)',
  },
  PDOK_API: {
    schema: webAddress.default('https://api.pdok.nl'),
    meaning: 'Where borders are fetched (https://api.pdok.nl)',
  },
  PDOK_WFS: {
    schema: webAddress.default('https://service.pdok.nl'),
    meaning: 'The same with `--service wfs` (https://service.pdok.nl)',
  },
  FETCH_TIMEOUT: {
    schema: z.coerce.number().positive().max(3600).default(60),
    meaning: 'Seconds that a source may take for one answer (60)',
  },
  FETCH_ATTEMPTS: {
    schema: z.coerce.number().int().min(1).max(20).default(6),
    meaning: 'How often one answer is asked for before an import gives up (6)',
  },
  FETCH_WAIT: {
    schema: z.coerce.number().min(0).max(60).default(0.5),
    meaning:
      'Seconds before the second attempt, doubled for each next one, with chance added (0.5)',
  },
} as const;

export type FetchValues = {
  readonly [Name in keyof typeof fetchSettings]: z.infer<(typeof fetchSettings)[Name]['schema']>;
};

/** Where figures are fetched and how patiently. */
export interface FetchSettings {
  readonly addresses: Readonly<Record<ServiceKey | 'CBS4' | 'PDOK' | 'PDOK_WFS', string>>;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly waitMs: number;
}

/** The settings by what they are for. */
export const readFetching = (values: FetchValues): FetchSettings => ({
  addresses: {
    CBS: values.CBS_ODATA3,
    CBS4: values.CBS_ODATA4,
    DATADERDEN: values.DATADERDEN_ODATA3,
    MLZ: values.MLZ_ODATA3,
    PDOK: values.PDOK_API,
    PDOK_WFS: values.PDOK_WFS,
  },
  timeoutMs: values.FETCH_TIMEOUT * 1000,
  attempts: values.FETCH_ATTEMPTS,
  waitMs: values.FETCH_WAIT * 1000,
});
