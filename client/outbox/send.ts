// Sends one item to the API as its owner, and reads what came of it.
import { ApiError, ask } from '../api/request.ts';
import { asServerTime } from '../api/server-clock.ts';
import {
  MeDocument,
  SendChangeDocument,
  SendConfirmationDocument,
  SendNoteDocument,
  SendWithdrawalDocument,
} from '../generated/graphql.ts';
import type { OutboxServer } from './drain.ts';
import type { OutboxItem } from './item.ts';
import { type Outcome, outcomeOfFailure } from './outcome.ts';

/** A line that is silent for so long is as good as broken; the next try is safe. */
const patience = 30_000;

/** The API of this server. */
export const apiServer: OutboxServer = {
  findOwner: async () => {
    try {
      const { me } = await ask(MeDocument, {}, { signal: AbortSignal.timeout(patience) });
      return me?.deviceKey ?? null;
    } catch (failure) {
      return failure instanceof ApiError && failure.code === 'UNAUTHENTICATED' ? null : undefined;
    }
  },
  send: async (item) => {
    try {
      return await deliver(item);
    } catch (failure) {
      return failure instanceof ApiError ? outcomeOfFailure(failure) : { state: 'UNREACHABLE' };
    }
  },
};

async function deliver(item: OutboxItem): Promise<Outcome> {
  const signal = AbortSignal.timeout(patience);
  switch (item.kind) {
    case 'LOG': {
      const input = { ...item.input, recordedAt: asServerTime(item.queuedAt).toISOString() };
      const { logFieldNote } = await ask(
        SendNoteDocument,
        { input },
        { signal, person: item.owner },
      );
      return { state: 'DONE', version: logFieldNote.version };
    }
    case 'CONFIRM':
      await ask(SendConfirmationDocument, { input: item.input }, { signal, person: item.owner });
      return { state: 'DONE' };
    case 'REVISE':
      await ask(SendChangeDocument, { input: item.input }, { signal, person: item.owner });
      return { state: 'DONE' };
    case 'WITHDRAW':
      await ask(SendWithdrawalDocument, { input: item.input }, { signal, person: item.owner });
      return { state: 'DONE' };
  }
}
