// The cells of a table while it is imported: in memory up to a limit, beyond it in a temporary file, so that the memory
// of an import does not grow with its file. Rows are read and written in pages; whoever goes through a table takes one
// row after another and keeps no cells of rows that it has left.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectGarbage, keepHeapSmall } from './heap.ts';
import { type Cells, letter, OPEN, type TableRow } from './table.ts';

export interface CellStore {
  /** A row of open cells. */
  readonly add: (place: Omit<TableRow, 'cells'>) => TableRow;
}

const PAGE = 64;
/** Bytes of cells in memory: a year of the whole country fits. */
const LIMIT = 40 << 20;
/** Share of it that stays in memory once the rest lies in a file: whoever goes through the rows needs a few pages. */
const KEPT = 0.3;

/** Pages to be read, beyond the limit, before what reading left behind is collected. */
const COLLECTED = 300;

/** Blocks of a kind that wait to be used again. */
const SPARE = 4;

const bounds = ['lowers', 'uppers', 'denominators'] as const;
type Bound = (typeof bounds)[number];

/** Rows next to each other; what they hold lies in blocks of bytes, undefined while it is in the file. */
interface Page {
  readonly number: number;
  /** Of the rows that were asked for since it is in memory. */
  readonly cells: (StoredCells | undefined)[];
  /** Values, states and reasons first, then each bound that some row has. */
  readonly blocks: (ArrayBuffer | undefined)[];
  /** Per row which bounds it has, as bits. */
  readonly bounded: Uint8Array;
  readonly layout: Layout;
}

/** What the pages of a store have in common. */
interface Layout {
  readonly slots: number;
  /** Makes room for one more kind of block in a page. */
  readonly take: (page: Page, kind: number) => ArrayBuffer;
  /** Brings a page to memory. */
  readonly enter: (page: Page) => void;
}

/** Opens a store of rows of so many slots; `limit` is for tests. */
export function openCellStore(slots: number, limit = LIMIT): CellStore {
  const pages: Page[] = [];
  const inMemory = new Set<Page>();
  const gemeenten = new Map<string, string>();
  const sizes = [PAGE * slots * 10, ...bounds.map(() => PAGE * slots * 8)];
  const longest = sizes.reduce((sum, size) => sum + size, 0);
  /** Blocks to use again, per kind: not one is left to be collected while the next is asked for. */
  const free: ArrayBuffer[][] = sizes.map(() => []);
  let bytes = 0;
  let most = limit;
  let last: Page | undefined;
  let file: number | undefined;
  let count = 0;

  const enter = (page: Page): void => {
    if (page === last && page.blocks[0]) return;
    if (!page.blocks[0]) load(page);
    // The page used last stands last.
    inMemory.delete(page);
    inMemory.add(page);
    last = page;
    for (const other of inMemory) {
      if (bytes <= most || other === page) break;
      save(other);
    }
  };
  const take = (page: Page, kind: number): ArrayBuffer => {
    const block = free[kind]?.pop() ?? new ArrayBuffer(sizes[kind] ?? 0);
    page.blocks[kind] = block;
    bytes += block.byteLength;
    return block;
  };
  const save = (page: Page) => {
    file ??= openScratch(store);
    most = limit * KEPT;
    let at = page.number * longest;
    for (const [kind, block] of page.blocks.entries()) {
      if (block) {
        writeSync(file, new Uint8Array(block), 0, block.byteLength, at);
        bytes -= block.byteLength;
        // Whoever still holds cells of this page finds them empty, not those of another.
        const emptied = structuredClone(block, { transfer: [block] });
        if ((free[kind]?.length ?? 0) < SPARE) free[kind]?.push(emptied);
      }
      at += sizes[kind] ?? 0;
    }
    page.blocks.fill(undefined);
    page.cells.fill(undefined);
    inMemory.delete(page);
  };
  const load = (page: Page): void => {
    let at = page.number * longest;
    const any = page.bounded.reduce((all, one) => all | one, 0);
    for (const [kind, size] of sizes.entries()) {
      if (kind === 0 || any & (1 << (kind - 1))) {
        readSync(file ?? -1, new Uint8Array(take(page, kind)), 0, size, at);
      }
      at += size;
    }
  };
  const layout: Layout = { slots, take, enter };
  const addPage = () => {
    const page: Page = {
      number: pages.length,
      cells: new Array<undefined>(PAGE).fill(undefined),
      blocks: sizes.map(() => undefined),
      bounded: new Uint8Array(PAGE),
      layout,
    };
    const block = take(page, 0);
    new Float64Array(block, 0, PAGE * slots).fill(Number.NaN);
    new Uint8Array(block, PAGE * slots * 8, PAGE * slots).fill(OPEN);
    new Uint8Array(block, PAGE * slots * 9, PAGE * slots).fill(letter('.'));
    pages.push(page);
    if (file !== undefined && pages.length % COLLECTED === 0) collectGarbage();
  };
  const store: CellStore = {
    add: (place) => {
      const at = count % PAGE;
      if (at === 0) addPage();
      count += 1;
      const page = pages.at(-1) as Page;
      enter(page);
      // One text for all places of a gemeente.
      const gemeenteCode = gemeenten.get(place.gemeenteCode) ?? place.gemeenteCode;
      gemeenten.set(gemeenteCode, gemeenteCode);
      return new StoredRow({ ...place, gemeenteCode }, page, at);
    },
  };
  return store;
}

/** The cells of one row in the blocks of its page. */
class StoredCells implements Cells {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly reasons: Uint8Array;
  readonly lowers: Float64Array | null = null;
  readonly uppers: Float64Array | null = null;
  readonly denominators: Float64Array | null = null;
  readonly #page: Page;
  readonly #row: number;
  readonly #layout: Layout;

  constructor(page: Page, row: number, layout: Layout) {
    const { slots } = layout;
    const [block = new ArrayBuffer(0)] = page.blocks;
    this.values = new Float64Array(block, row * slots * 8, slots);
    this.states = new Uint8Array(block, (PAGE * 8 + row) * slots, slots);
    this.reasons = new Uint8Array(block, (PAGE * 9 + row) * slots, slots);
    this.#page = page;
    this.#row = row;
    this.#layout = layout;
    const has = page.bounded[row] ?? 0;
    if (has === 0) return;
    for (const [nth, which] of bounds.entries()) if (has & (1 << nth)) this.addBound(which);
  }

  addBound(which: Bound): Float64Array {
    const nth = bounds.indexOf(which);
    const page = this.#page;
    const { slots, take } = this.#layout;
    let block = page.blocks[nth + 1];
    if (!block) {
      // Made for the whole page when its first row needs it.
      block = take(page, nth + 1);
      new Float64Array(block).fill(Number.NaN);
    }
    page.bounded[this.#row] = (page.bounded[this.#row] ?? 0) | (1 << nth);
    const own = this as { -readonly [Which in Bound]: Float64Array | null };
    const bound = new Float64Array(block, this.#row * slots * 8, slots);
    own[which] = bound;
    return bound;
  }
}

/** A row whose cells are where the store has them at the moment. */
class StoredRow implements TableRow {
  readonly code: string;
  readonly level: TableRow['level'];
  readonly gemeenteCode: string;
  readonly line: number;
  readonly #page: Page;
  readonly #at: number;

  constructor(
    { code, level, gemeenteCode, line }: Omit<TableRow, 'cells'>,
    page: Page,
    at: number,
  ) {
    this.code = code;
    this.level = level;
    this.gemeenteCode = gemeenteCode;
    this.line = line;
    this.#page = page;
    this.#at = at;
  }

  get cells(): Cells {
    const page = this.#page;
    page.layout.enter(page);
    const cells = page.cells[this.#at] ?? new StoredCells(page, this.#at, page.layout);
    page.cells[this.#at] = cells;
    return cells;
  }
}

const scratches = new FinalizationRegistry<number>((file) => closeSync(file));

/** A file without a name: the system takes it back when the store is gone or the process ends. */
function openScratch(owner: object): number {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-import-'));
  const file = openSync(join(folder, 'cells'), 'wx+', 0o600);
  rmSync(folder, { recursive: true, force: true });
  scratches.register(owner, file);
  keepHeapSmall();
  return file;
}
