// What may be logged of a bug. Neither message nor parameters: a database error carries the values it was sent,
// note texts among them.
import type { Logger } from 'pino';

/** Kind of the failure, its database code and constraint, and where it was thrown. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = (error.cause ?? error) as { code?: string; constraint?: string };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.constructor.name,
    databaseCode: cause.code,
    constraint: cause.constraint,
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}

/**
 * A promise that nobody waited for is logged and the server goes on, so that no request can end it; an exception
 * that nobody caught ends it, because its state is not known any more.
 */
export function surviveSlips(log: Logger): void {
  process.on('unhandledRejection', (error) => {
    log.error(describeFailure(error), 'a rejected promise was not handled');
  });
  process.on('uncaughtException', (error) => {
    log.fatal(describeFailure(error), 'an exception was not caught; stopping');
    process.exit(1);
  });
}
