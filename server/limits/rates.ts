// Counts what each client uses. On PostgreSQL the count is shared by all server processes (table rate_limits); each
// process takes a twentieth of the budget at a time, so that most requests ask the database nothing and a client
// whose budget is spent is refused from memory.
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import type { ActingPool } from '../db/acting.ts';
import { DomainError } from '../errors.ts';
import type { BudgetName, Budgets } from './budgets.ts';

export interface Charged {
  readonly limit: number;
  /** What this client may still use in this window, as far as this process knows. */
  readonly remaining: number;
}

export interface Rates {
  /** Takes points off the client's budget; refuses with RATE_LIMITED when there are not enough left. */
  charge(budget: BudgetName, client: string, points: number): Promise<Charged>;
  /** Refuses, without taking or asking anything, when this process knows the budget as spent. */
  refuseSpent(budget: BudgetName, client: string): void;
  close(): void;
}

/** What this process took of a client's budget and has not used yet. */
interface Pocket {
  left: number;
  /** What all processes together had not taken yet when this one last looked. */
  untaken: number;
  readonly endsAt: number;
}

type Store = Pick<RateLimiterMemory, 'penalty'>;

const share = 20;
const cleaningMs = 15_000;

/** Budgets counted in memory: the embedded database has one process. */
export const memoryRates = (budgets: Budgets): Rates =>
  openRates(budgets, (name) => memoryStore(budgets, name));

/**
 * Budgets shared over the processes on one PostgreSQL. While the database cannot be reached each process counts for
 * itself. Rows are removed within 15 seconds after their window.
 */
export function sharedRates(budgets: Budgets, pool: ActingPool, removeEveryMs = cleaningMs): Rates {
  const rates = openRates(
    budgets,
    (name) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        // The library keeps rows for an hour; ours go with their window.
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: budgets[name].points,
        duration: budgets[name].seconds,
        insuranceLimiter: memoryStore(budgets, name),
      }),
  );
  const cleaning = setInterval(() => {
    pool.query('delete from rate_limits where expire < $1', [Date.now()]).catch(() => undefined);
  }, removeEveryMs).unref();
  return {
    ...rates,
    close: () => {
      clearInterval(cleaning);
      rates.close();
    },
  };
}

const memoryStore = (budgets: Budgets, name: BudgetName) =>
  new RateLimiterMemory({
    keyPrefix: name,
    points: budgets[name].points,
    duration: budgets[name].seconds,
  });

function openRates(budgets: Budgets, open: (name: BudgetName) => Store): Rates {
  const stores = new Map<BudgetName, Store>();
  const pockets = new Map<string, Pocket>();
  const forgetting = setInterval(() => {
    const now = Date.now();
    for (const [key, { endsAt }] of pockets) if (endsAt <= now) pockets.delete(key);
  }, cleaningMs).unref();

  const pocketOf = (key: string) => {
    const pocket = pockets.get(key);
    return pocket && pocket.endsAt > Date.now() ? pocket : undefined;
  };
  const storeOf = (name: BudgetName) => {
    const store = stores.get(name) ?? open(name);
    stores.set(name, store);
    return store;
  };
  const fill = async (name: BudgetName, key: string, client: string, missing: number) => {
    const { points } = budgets[name];
    const asked = Math.max(missing, Math.ceil(points / share));
    const { consumedPoints, msBeforeNext }: RateLimiterRes = await storeOf(name).penalty(
      client,
      asked,
    );
    const untakenBefore = Math.max(0, points - (consumedPoints - asked));
    const got = Math.min(asked, untakenBefore);
    const old = pocketOf(key);
    pockets.set(key, {
      left: (old?.left ?? 0) + got,
      untaken: untakenBefore - got,
      endsAt: old?.endsAt ?? Date.now() + msBeforeNext,
    });
  };

  const filling = new Map<string, Promise<void>>();
  /** One at a time per client: of many requests at once each would take a share, and leave other processes nothing. */
  const fillOnce = async (name: BudgetName, key: string, client: string, missing: number) => {
    const running = filling.get(key);
    if (running) {
      await running;
      return false;
    }
    const own = fill(name, key, client, missing).finally(() => filling.delete(key));
    filling.set(key, own);
    await own;
    return true;
  };

  return {
    async charge(name, client, points) {
      const key = `${name}:${client}`;
      for (;;) {
        const known = pocketOf(key);
        const missing = points - (known?.left ?? 0);
        if (missing <= 0 || known?.untaken === 0) break;
        // A window that ended while the database answered is not looked at again.
        if ((await fillOnce(name, key, client, missing)) && !pocketOf(key)) break;
      }
      const pocket = pocketOf(key);
      // The window ended while the database answered: the next one begins with the next request.
      if (!pocket) return { limit: budgets[name].points, remaining: budgets[name].points };
      if (pocket.left < points) throw spent(budgets, name, pocket);
      pocket.left -= points;
      return { limit: budgets[name].points, remaining: pocket.left + pocket.untaken };
    },
    refuseSpent(name, client) {
      const pocket = pocketOf(`${name}:${client}`);
      if (pocket && pocket.left + pocket.untaken <= 0) throw spent(budgets, name, pocket);
    },
    close: () => clearInterval(forgetting),
  };
}

function spent(budgets: Budgets, name: BudgetName, { endsAt }: Pocket): DomainError {
  const { points, seconds, what } = budgets[name];
  const retryAfter = Math.max(1, Math.ceil((endsAt - Date.now()) / 1000));
  return new DomainError(
    'RATE_LIMITED',
    `The budget of ${points} ${what} per ${seconds} seconds is spent. Try again in ${retryAfter} seconds.`,
    [],
    { retryAfter, budget: name, limit: points },
  );
}
