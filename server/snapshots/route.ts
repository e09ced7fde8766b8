// The address under which a snapshot is cited: JSON for programs, a plain page for readers, by the Accept header.
import express from 'express';
import type { ReadDb } from '../db/client.ts';
import type { Language } from '../sentences.ts';
import { missingPage, snapshotPage } from './page.ts';
import { addressOf, findSnapshot, isUnchanged, type Snapshot } from './snapshots.ts';

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
    if (!snapshot) response.status(404);
    if (request.accepts(['json', 'html']) === 'html') {
      response
        .type('html')
        .set('Content-Language', language)
        .send(
          snapshot
            ? snapshotPage(snapshot, isUnchanged(snapshot), language)
            : missingPage(language),
        );
      return;
    }
    response.json(snapshot ? jsonOf(snapshot) : notThere);
  });
  return router;
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
