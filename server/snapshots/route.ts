// The address under which a snapshot is cited: JSON for programs, a plain page for readers, by the Accept header.
import express from 'express';
import type { ReadDb } from '../db/client.ts';
import type { Language } from '../sentences.ts';
import { missingPage, snapshotPage, withheldPage } from './page.ts';
import {
  addressOf,
  findSnapshot,
  isUnchanged,
  mayBeRead,
  type Snapshot,
  withheld,
} from './snapshots.ts';

const howToVerify =
  'The SHA-256 of the field content, as the UTF-8 text it is, in lower-case hexadecimal equals the field hash.';

/** Answers `GET /<id>`; what it knows is public, so it asks nobody to sign in. */
export function snapshotRoutes(db: ReadDb): express.Router {
  const router = express.Router();
  router.get('/:id', async (request, response) => {
    const id = String(request.params.id);
    const snapshot = isUuid(id) ? await findSnapshot(db, id) : undefined;
    const language = languageOf(request);
    response.vary('Accept, Accept-Language').set('Cache-Control', 'no-cache');
    const isWithheld = snapshot !== undefined && !(await mayBeRead(db, snapshot));
    if (!snapshot) response.status(404);
    else if (isWithheld) response.status(403);
    if (request.accepts(['json', 'html']) === 'html') {
      response
        .type('html')
        .set('Content-Language', language)
        .send(pageOf(snapshot, isWithheld, language));
      return;
    }
    if (snapshot && isWithheld) response.json(notTold(snapshot));
    else response.json(snapshot ? jsonOf(snapshot) : notThere);
  });
  return router;
}

function pageOf(snapshot: Snapshot | undefined, isWithheld: boolean, language: Language): string {
  if (!snapshot) return missingPage(language);
  if (isWithheld) return withheldPage(snapshot, language);
  return snapshotPage(snapshot, isUnchanged(snapshot), language);
}

/** Everything but what it says. */
function notTold(snapshot: Snapshot) {
  const { id, placeCode, year, asOf, madeAt, hash } = snapshot;
  const { code, message } = withheld(snapshot);
  return { id, code: placeCode, year, asOf, madeAt, hash, error: { code, message } };
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** `?lang` first, then what the browser prefers, then Dutch. */
function languageOf(request: express.Request): Language {
  const asked = request.query.lang;
  if (asked === 'nl' || asked === 'en') return asked;
  return request.acceptsLanguages(['nl', 'en']) === 'en' ? 'en' : 'nl';
}

function jsonOf(snapshot: Snapshot) {
  const { id, placeCode, year, asOf, madeAt, hash, content } = snapshot;
  return {
    ...{ id, address: addressOf(snapshot), code: placeCode, year, asOf, madeAt, hash, content },
    ...{ isUnchanged: isUnchanged(snapshot), verify: howToVerify },
  };
}

const notThere = {
  error: {
    code: 'NOT_FOUND',
    message: 'There is no snapshot with this id. Check the address: /snapshots/<id>.',
  },
};
