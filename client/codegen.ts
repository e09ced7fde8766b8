// Typed operations and the list of trusted documents, from the .graphql files of the web app and schema.graphql.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the typed operations and persisted-documents.json come to stand. */
export const generatedFolder = here('./generated/');

/** 132 bits of SHA-256: nobody finds another operation of the same name, and a phone loads half of it. */
const shortHash = (operation: string) =>
  createHash('sha256').update(operation).digest('base64url').slice(0, 22);

const config = {
  documentMode: 'string',
  useTypeImports: true,
  enumsAsTypes: true,
  skipTypename: true,
  strictScalars: true,
  scalars: {
    DateTime: 'string',
    Date: 'string',
    UUID: 'string',
    JSON: 'unknown',
    GeoJSON: 'unknown',
    PlaceCode: 'string',
    WijkCode: 'string',
  },
};

export const codegenConfig: CodegenConfig = {
  schema: here('../schema/schema.graphql'),
  silent: true,
  generates: {
    [generatedFolder]: {
      documents: [here('./**/*.graphql'), `!${here('./{operations,sdk}/**/*.graphql')}`],
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: shortHash, mode: 'replaceDocumentWithHash' },
      },
      config,
    },
    [here('./sdk/generated/')]: {
      documents: here('./sdk/**/*.graphql'),
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config,
    },
  },
};
