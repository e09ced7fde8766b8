// Gathers the schema; the only file that imports all types.
import './actors.ts';
import { builder, limitToScopes } from './builder.ts';
import './catalogue.ts';
import './audit.ts';
import './codes.ts';
import './feedback.ts';
import './follow-up-statistics.ts';
import './handling.ts';
import './keys.ts';
import './members.ts';
import './notes.ts';
import './overview.ts';
import './places.ts';
import './profiles.ts';
import './questions.ts';
import './reactions.ts';
import './review-queue.ts';
import './registers.ts';
import './retention.ts';
import './scalars.ts';
import './screening.ts';
import './sensitive.ts';
import './sessions.ts';
import './snapshots.ts';
import './themes.ts';
import './warnings.ts';

export const schema = limitToScopes(builder.toSchema());
