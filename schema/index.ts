// Gathers the schema; the only file that imports all types.
import './actors.ts';
import { builder } from './builder.ts';
import './codes.ts';
import './notes.ts';
import './overview.ts';
import './places.ts';
import './profiles.ts';
import './scalars.ts';
import './screening.ts';
import './themes.ts';

export const schema = builder.toSchema();
