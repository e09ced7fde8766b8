// Gathers the schema; the only file that imports all types.
import { builder } from './builder.ts';
import './scalars.ts';
import './codes.ts';
import './actors.ts';

export const schema = builder.toSchema();
