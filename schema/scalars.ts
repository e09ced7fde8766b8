// Scalars of the API; each refuses what it does not know with a sentence that shows the right form.
import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';

interface TextScalar {
  readonly name: 'Date' | 'UUID' | 'PlaceCode' | 'WijkCode';
  readonly description: string;
  readonly pattern: RegExp;
  readonly example: string;
  readonly isValid?: (text: string) => boolean;
  readonly specifiedByUrl?: string;
}

/** A real day of the calendar: 2024-02-30 is refused. */
const isDay = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const textScalars: readonly TextScalar[] = [
  {
    name: 'Date',
    description: 'A calendar day, for example `2026-03-31`.',
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    example: '2026-03-31',
    isValid: isDay,
    specifiedByUrl: 'https://www.rfc-editor.org/rfc/rfc3339',
  },
  {
    name: 'UUID',
    description: 'A UUID in its usual form, for example `3f2b8c1e-5d7a-4c1b-9e2f-0a1b2c3d4e5f`.',
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    example: '3f2b8c1e-5d7a-4c1b-9e2f-0a1b2c3d4e5f',
    specifiedByUrl: 'https://www.rfc-editor.org/rfc/rfc9562',
  },
  {
    name: 'PlaceCode',
    description:
      'CBS code of a place: `NL00`, `GM` + 4 digits, `WK` + 6 or `BU` + 8 positions. Letters occur: `WK0363AA`.',
    pattern: /^(NL0[01]|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/,
    example: 'WK051829',
  },
  {
    name: 'WijkCode',
    description: 'CBS code of a wijk: `WK` + 6 positions. Letters occur: `WK0363AA`.',
    pattern: /^WK\d{4}[0-9A-Z]{2}$/,
    example: 'WK051829',
  },
];

for (const scalar of textScalars) {
  const parse = (value: unknown): string => {
    const text = typeof value === 'string' ? value.trim() : '';
    if (scalar.pattern.test(text) && (scalar.isValid?.(text) ?? true)) {
      return scalar.name === 'UUID' ? text.toLowerCase() : text;
    }
    throw new GraphQLError(
      `${JSON.stringify(value)} is not a ${scalar.name}; write it like ${scalar.example}.`,
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  };
  builder.scalarType(scalar.name, {
    description: scalar.description,
    ...(scalar.specifiedByUrl ? { specifiedByURL: scalar.specifiedByUrl } : {}),
    parseValue: parse,
    serialize: (value) => value,
  });
}

builder.scalarType('DateTime', {
  description: 'An instant in UTC, for example `2026-03-31T09:30:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => value.toISOString() as never,
  parseValue: (value) => {
    const instant = new Date(typeof value === 'string' ? value : Number.NaN);
    if (
      typeof value === 'string' &&
      /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(value) &&
      !Number.isNaN(instant.getTime())
    ) {
      return instant;
    }
    throw new GraphQLError(
      `${JSON.stringify(value)} is not a DateTime; write it like 2026-03-31T09:30:00Z.`,
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  },
});
