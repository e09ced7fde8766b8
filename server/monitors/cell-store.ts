// The cells of a table while it is imported: in memory up to a limit, beyond it in a temporary file, so that the memory
// of an import does not grow with its file. Rows are read and written in pages; whoever goes through a table takes one
// row after another and keeps no cells of rows that it has left.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cells, letter, OPEN, type TableRow } from './table.ts';

export interface CellStore {
  /** A row of open cells. */
  readonly add: (place: Omit<TableRow, 'cells'>) => TableRow;
}

const PAGE = 64;
/** Bytes of cells in memory: a year of the whole country fits. */
const LIMIT = 48 << 20;

const bounds = ['lowers', 'uppers', 'denominators'] as const;

/** Cells of the rows of a page, undefined while they are in the file. */
interface Page {
  readonly number: number;
  cells: Cells[] | undefined;
  bytes: number;
  /** Per row which bounds it has, as bits; kept while the page is in the file. */
  readonly bounded: Uint8Array;
}

/** Opens a store of rows of so many slots; `limit` is for tests. */
export function openCellStore(slots: number, limit = LIMIT): CellStore {
  const pages: Page[] = [];
  const inMemory = new Set<Page>();
  let bytes = 0;
  let last: Page | undefined;
  let file: number | undefined;
  let count = 0;
  const longest = PAGE * slots * 34;

  const enter = (page: Page): Cells[] => {
    if (page === last && page.cells) return page.cells;
    if (last) weigh(last);
    if (!page.cells) {
      page.cells = load(page);
      weigh(page);
    }
    // The page used last stands last.
    inMemory.delete(page);
    inMemory.add(page);
    last = page;
    for (const other of inMemory) {
      if (bytes <= limit || other === page) break;
      save(other);
    }
    return page.cells;
  };
  const weigh = (page: Page) => {
    if (!page.cells) return;
    let arrays = 0;
    for (const { lowers, uppers, denominators } of page.cells) {
      if (lowers) arrays += 1;
      if (uppers) arrays += 1;
      if (denominators) arrays += 1;
    }
    const now = slots * (PAGE * 10 + arrays * 8);
    bytes += now - page.bytes;
    page.bytes = now;
  };
  const save = (page: Page) => {
    const buffer = Buffer.alloc(longest);
    const length = pack(page.cells ?? [], slots, buffer, page.bounded);
    file ??= openScratch(store);
    writeSync(file, buffer, 0, length, page.number * longest);
    page.cells = undefined;
    inMemory.delete(page);
    bytes -= page.bytes;
    page.bytes = 0;
  };
  const load = (page: Page): Cells[] => {
    const buffer = Buffer.alloc(longest);
    readSync(file ?? -1, buffer, 0, longest, page.number * longest);
    return unpack(slots, buffer, page.bounded);
  };
  const store: CellStore = {
    add: (place) => {
      const at = count % PAGE;
      if (at === 0) {
        pages.push({
          ...{ number: pages.length, cells: makePage(slots), bytes: 0 },
          bounded: new Uint8Array(PAGE),
        });
      }
      count += 1;
      const page = pages.at(-1) as Page;
      enter(page);
      return new StoredRow(place, () => enter(page)[at] as Cells);
    },
  };
  return store;
}

/** A row whose cells are where the store has them at the moment. */
class StoredRow implements TableRow {
  readonly code: string;
  readonly level: TableRow['level'];
  readonly gemeenteCode: string;
  readonly line: number;
  readonly #cells: () => Cells;

  constructor({ code, level, gemeenteCode, line }: Omit<TableRow, 'cells'>, cells: () => Cells) {
    this.code = code;
    this.level = level;
    this.gemeenteCode = gemeenteCode;
    this.line = line;
    this.#cells = cells;
  }

  get cells(): Cells {
    return this.#cells();
  }
}

function makePage(slots: number): Cells[] {
  const values = new Float64Array(PAGE * slots).fill(Number.NaN);
  const states = new Uint8Array(PAGE * slots).fill(OPEN);
  const reasons = new Uint8Array(PAGE * slots).fill(letter('.'));
  return Array.from({ length: PAGE }, (_, row) => {
    const [from, to] = [row * slots, (row + 1) * slots];
    return {
      values: values.subarray(from, to),
      states: states.subarray(from, to),
      reasons: reasons.subarray(from, to),
      ...{ lowers: null, uppers: null, denominators: null },
    };
  });
}

const bytesOf = (numbers: Float64Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function pack(page: readonly Cells[], slots: number, into: Buffer, bounded: Uint8Array): number {
  let at = 0;
  const add = (part: Uint8Array) => {
    into.set(part, at);
    at += part.length;
  };
  for (const [row, cells] of page.entries()) {
    add(bytesOf(cells.values));
    add(cells.states);
    add(cells.reasons);
    bounded[row] = 0;
    for (const [bit, which] of bounds.entries()) {
      const numbers = cells[which];
      if (numbers === null) continue;
      bounded[row] = (bounded[row] ?? 0) | (1 << bit);
      add(bytesOf(numbers.subarray(0, slots)));
    }
  }
  return at;
}

function unpack(slots: number, from: Buffer, bounded: Uint8Array): Cells[] {
  const page = makePage(slots);
  let at = 0;
  const take = (part: Uint8Array) => {
    part.set(from.subarray(at, at + part.length));
    at += part.length;
  };
  for (const [row, cells] of page.entries()) {
    take(bytesOf(cells.values));
    take(cells.states);
    take(cells.reasons);
    for (const [bit, which] of bounds.entries()) {
      if (((bounded[row] ?? 0) & (1 << bit)) === 0) continue;
      const numbers = new Float64Array(slots);
      take(bytesOf(numbers));
      cells[which] = numbers;
    }
  }
  return page;
}

const scratches = new FinalizationRegistry<number>((file) => closeSync(file));

/** A file without a name: the system takes it back when the store is gone or the process ends. */
function openScratch(owner: object): number {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-import-'));
  const file = openSync(join(folder, 'cells'), 'wx+', 0o600);
  rmSync(folder, { recursive: true, force: true });
  scratches.register(owner, file);
  return file;
}
