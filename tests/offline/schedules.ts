// Random schedules of faults, played on the real outbox rules: several tabs, crashes at every step, requests and answers
// that get lost, come twice or late, a clock that jumps, people who take turns. Deterministic by its seed.
import { drain, type OutboxServer, type OutboxStore } from '../../client/outbox/drain.ts';
import {
  type Change,
  corrected,
  mayHaveArrived,
  noteOf,
  type OutboxItem,
  queued,
} from '../../client/outbox/item.ts';
import { type Outcome, outcomeOfFailure } from '../../client/outbox/outcome.ts';

/** A generator of numbers between 0 and 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface StoredNote {
  readonly author: string;
  version: number;
  words: string;
  isWithdrawn: boolean;
  /** Words of changes that came too late, kept for the author. */
  readonly kept: string[];
  readonly confirmations: Set<string>;
}

/** What one schedule came to; the numbers of lost and doubled are to be 0. */
export interface Played {
  readonly logged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
  readonly requests: number;
  readonly crashes: number;
}

interface Tab {
  isAlive: boolean;
}

const people = ['noor', 'amira'] as const;
const failureOf = (code: string, extensions = {}) =>
  outcomeOfFailure({ code, message: code, extensions });

/** Plays one schedule of about 90 happenings, then lets everything calm down and looks at what is where. */
export async function play(seed: number): Promise<Played> {
  const random = seeded(seed);
  const chance = (share: number) => random() < share;
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;

  // The world: a device that survives, a server that survives, and what is under way between them.
  let device = new Map<string, OutboxItem>();
  const server = new Map<string, StoredNote>();
  let clock = 1_000_000_000;
  let signedIn: string | null = 'noor';
  let isCalm = false;
  let lockHolder: Tab | undefined;
  const hasLocks = chance(0.8);
  const lockQueue: { tab: Tab; enter: () => void }[] = [];
  let late: (() => void)[] = [];
  const pauses: { tab: Tab; go: () => void }[] = [];
  let requests = 0;
  let crashes = 0;
  const wrong: string[] = [];
  const doubled: string[] = [];

  // What the people did, as they may rely on it.
  const promised = new Map<string, { author: string; words: string; withdrawn: boolean }>();
  const confirmed = new Map<string, { noteId: string; by: string }>();
  const refusedWords = new Set<string>();

  /** Every step of a tab ends here; another tab may go first, and a crash means that it never goes on. */
  const pause = (tab: Tab) => new Promise<void>((go) => pauses.push({ tab, go }));

  const storeOf = (tab: Tab): OutboxStore => ({
    list: async (owner) => {
      await pause(tab);
      return [...device.values()]
        .filter((item) => item.owner === owner)
        .sort((a, b) => a.order - b.order);
    },
    change: async (id, change) => {
      await pause(tab);
      const item = device.get(id);
      if (item) {
        const next = change(item);
        device = new Map(device);
        if (next) device.set(id, next);
        else device.delete(id);
      }
      await pause(tab);
    },
  });

  /** What the real server does with a request, as measured by the tests of the API. */
  function take(item: OutboxItem, cookie: string | null): Outcome {
    requests += 1;
    if (cookie === null) return failureOf('UNAUTHENTICATED');
    if (cookie !== item.owner) return failureOf('FORBIDDEN', { otherPerson: true });
    if (item.kind === 'CONFIRM') {
      const note = server.get(item.input.noteId);
      if (!note) return failureOf('NOT_FOUND');
      note.confirmations.add(item.input.id);
      return { state: 'DONE' };
    }
    const note = server.get(noteOf(item));
    if (item.kind === 'LOG') {
      const words = item.input.observationText;
      // Rights that ended, a rule that became stricter: refused although it may be there already.
      if (!isCalm && chance(0.06)) return failureOf('FORBIDDEN');
      if (note) {
        if (note.author !== cookie) return failureOf('CONFLICT');
        return { state: 'DONE', version: note.version };
      }
      if (refusedWords.has(words)) return failureOf('BAD_USER_INPUT');
      server.set(item.input.id, {
        ...{ author: cookie, version: 1, words, isWithdrawn: false },
        ...{ kept: [], confirmations: new Set() },
      });
      return { state: 'DONE', version: 1 };
    }
    if (!note) return failureOf('NOT_FOUND');
    if (note.author !== cookie) wrong.push(`${noteOf(item)} was changed by ${cookie}`);
    if (item.kind === 'WITHDRAW') {
      note.isWithdrawn = true;
      return { state: 'DONE' };
    }
    if (note.isWithdrawn) return failureOf('CONFLICT');
    const words = item.input.observationText ?? note.words;
    if (words === note.words) return { state: 'DONE', version: note.version };
    if (item.input.version !== note.version) {
      note.kept.push(words);
      return failureOf('CONFLICT', { currentVersion: note.version });
    }
    note.words = words;
    note.version += 1;
    return { state: 'DONE', version: note.version };
  }

  const serverOf = (tab: Tab): OutboxServer => ({
    findOwner: async () => {
      await pause(tab);
      return !isCalm && chance(0.15) ? undefined : signedIn;
    },
    send: async (item) => {
      const cookie = signedIn;
      await pause(tab);
      const fault = isCalm ? 1 : random();
      if (fault < 0.12) return { state: 'UNREACHABLE' };
      if (fault < 0.2) {
        // The device gives up waiting; the request arrives some time later all the same.
        late.push(() => void take(item, cookie));
        return { state: 'UNREACHABLE' };
      }
      if (fault < 0.25) return failureOf('INTERNAL_SERVER_ERROR');
      if (fault < 0.28) return failureOf('RATE_LIMITED', { retryAfter: 5 });
      const outcome = take(item, cookie);
      if (fault < 0.36) late.push(() => void take(item, cookie));
      await pause(tab);
      if (fault < 0.52) return { state: 'UNREACHABLE' };
      // Stored, and then the answer of a proxy or a masked fault with status 200.
      if (fault < 0.58) return failureOf('INTERNAL_SERVER_ERROR');
      return outcome;
    },
  });

  const surroundings = { now: () => clock, random };
  const tabs: Tab[] = [{ isAlive: true }];
  const openTab = () => {
    const tab = { isAlive: true };
    tabs.push(tab);
    return tab;
  };
  const alive = () => tabs.filter((tab) => tab.isAlive);

  const enter = (tab: Tab) =>
    new Promise<void>((resolve) => {
      if (!lockHolder || !hasLocks) {
        lockHolder = tab;
        resolve();
      } else lockQueue.push({ tab, enter: resolve });
    });
  const leave = (tab: Tab) => {
    if (lockHolder !== tab) return;
    lockHolder = undefined;
    const next = lockQueue.shift();
    if (!next) return;
    lockHolder = next.tab;
    next.enter();
  };

  const startDrain = (tab: Tab, owner: string) => {
    void (async () => {
      await enter(tab);
      await drain(owner, storeOf(tab), serverOf(tab), surroundings);
      leave(tab);
    })();
  };
  const crash = (tab: Tab) => {
    crashes += 1;
    tab.isAlive = false;
    for (let at = pauses.length - 1; at >= 0; at -= 1)
      if (pauses[at]?.tab === tab) pauses.splice(at, 1);
    for (let at = lockQueue.length - 1; at >= 0; at -= 1)
      if (lockQueue[at]?.tab === tab) lockQueue.splice(at, 1);
    leave(tab);
  };

  let made = 0;
  const another = (what: string) => {
    made += 1;
    return `${what} ${made}`;
  };
  const add = (owner: string, id: string, change: Change) => {
    const [item] = queued([...device.values()], [{ ...change, id }], owner, clock);
    device = new Map(device).set(id, item as OutboxItem);
  };
  const parked = () => [...device.values()].filter((item) => item.refusal);
  const newWords = () => another('words');

  /** The person does something; it counts as promised once it is on the device. */
  function act(person: string) {
    const own = [...promised].filter(([, note]) => note.author === person && !note.withdrawn);
    const what = random();
    if (what < 0.45 || own.length === 0) {
      const id = another('note');
      const words = newWords();
      if (chance(0.15)) refusedWords.add(words);
      const input = { id, observationText: words } as Extract<Change, { kind: 'LOG' }>['input'];
      add(person, id, { kind: 'LOG', input });
      promised.set(id, { author: person, words, withdrawn: false });
      return;
    }
    const [noteId, note] = pick(own);
    const waiting = device.get(noteId);
    if (what < 0.6) {
      const [other] = [...server].filter(([, one]) => one.author !== person);
      if (!other) return;
      const id = another('confirmation');
      add(person, id, { kind: 'CONFIRM', input: { id, noteId: other[0] } });
      confirmed.set(id, { noteId: other[0], by: person });
    } else if (what < 0.75) {
      if (waiting && !mayHaveArrived(waiting)) {
        device = new Map(device);
        device.delete(noteId);
        promised.delete(noteId);
      } else {
        add(person, another('undo'), { kind: 'WITHDRAW', input: { id: noteId } });
        note.withdrawn = true;
      }
    } else if (!waiting && server.get(noteId)) {
      // From the list of sent notes: a change of the version that this device knows, which may be old.
      const version = Math.max(1, (server.get(noteId)?.version ?? 1) - (chance(0.3) ? 1 : 0));
      const words = newWords();
      const input = { id: noteId, version, observationText: words };
      add(person, another('change'), { kind: 'REVISE', input });
      note.words = words;
    }
  }

  /** The writer mends what was parked: other words for a refused note, the version that stands for a late change. */
  function mend() {
    const item = parked().find((one) => one.owner === signedIn);
    if (!item) return;
    const note = promised.get(noteOf(item));
    if (item.kind === 'LOG') {
      const words = newWords();
      device = new Map(device).set(
        item.id,
        corrected(item, { kind: 'LOG', input: { ...item.input, observationText: words } }),
      );
      if (note) note.words = words;
    } else if (item.kind === 'REVISE' && item.refusal?.currentVersion !== undefined) {
      const input = { ...item.input, version: item.refusal.currentVersion };
      device = new Map(device).set(item.id, corrected(item, { kind: 'REVISE', input }));
      if (note && input.observationText) note.words = input.observationText;
    } else {
      device = new Map(device);
      device.delete(item.id);
    }
  }

  /** Lets one waiting step of one tab go on. */
  async function go() {
    const at = Math.floor(random() * pauses.length);
    const [step] = pauses.splice(at, 1);
    step?.go();
    // Twice: a step and what it wakes.
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }

  for (let turn = 0; turn < 90; turn += 1) {
    const what = random();
    clock += Math.floor(random() * 4_000);
    if (what < 0.14 && signedIn) act(signedIn);
    else if (what < 0.26)
      startDrain(pick(alive()), chance(0.85) ? (signedIn ?? 'noor') : pick(people));
    else if (what < 0.3) mend();
    else if (what < 0.34 && alive().length > 1) crash(pick(alive()));
    else if (what < 0.37) openTab();
    else if (what < 0.4) clock += pick([-86_400_000, -5_000, 3_000, 60_000, 3_600_000]);
    else if (what < 0.43) signedIn = pick([...people, null]);
    else if (what < 0.48 && late.length > 0)
      late.splice(Math.floor(random() * late.length), 1)[0]?.();
    else for (let step = 0; step < 6; step += 1) await go();
    if (alive().length === 0) openTab();
  }

  // Calm: what was under way arrives, the tabs close, and each person comes back until nothing is left to do.
  isCalm = true;
  const crashed = crashes;
  for (const tab of alive()) crash(tab);
  for (const arrive of late) arrive();
  late = [];
  for (let round = 0; round < 12; round += 1) {
    for (const person of people) {
      signedIn = person;
      mend();
      clock += 600_000;
      const tab = openTab();
      startDrain(tab, person);
      for (let step = 0; step < 400 && (step < 3 || pauses.length > 0); step += 1) await go();
      crash(tab);
    }
  }

  const lost: string[] = [];
  for (const [id, note] of promised) {
    const stored = server.get(id);
    if (!stored) lost.push(`${id} is nowhere`);
    else if (stored.author !== note.author) wrong.push(`${id} went out as ${stored.author}`);
    else if (note.withdrawn) {
      if (!stored.isWithdrawn) lost.push(`the withdrawal of ${id}`);
    } else if (stored.words !== note.words && !stored.kept.includes(note.words)) {
      lost.push(`${id} says ${stored.words}, not ${note.words}`);
    }
  }
  for (const [id, { noteId }] of confirmed) {
    if (!server.get(noteId)?.confirmations.has(id)) lost.push(`${id} of ${noteId}`);
  }
  const said = [...server.values()].map(({ words }) => words);
  doubled.push(...said.filter((words, at) => said.indexOf(words) !== at));
  for (const id of server.keys()) if (!promised.has(id)) wrong.push(`${id} was never promised`);
  if (device.size > 0)
    wrong.push(
      `${device.size} items are stuck: ${[...device.values()].map((i) => `${i.kind} ${i.refusal?.code ?? ''} ${i.attempts}`).join(', ')}`,
    );
  return { logged: promised.size, lost, doubled, wrong, requests, crashes: crashed };
}
