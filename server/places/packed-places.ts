// The places of a division as bytes, found by code: as objects those of a country weigh more than its figures.
import type { PlaceLevel } from '../codes/figures.ts';
import { checkPlaceCode, gemeenteOf } from './codes.ts';
import type { DivisionRow } from './spans.ts';

/** In the order in which they came; a later one of the same code takes the place of the one before. */
export interface PackedPlaces extends Iterable<DivisionRow> {
  readonly has: (code: string) => boolean;
  /** Leaves out one whose code is not well-formed. */
  readonly put: (place: Omit<DivisionRow, 'level'>) => void;
  /** Says more of a place that is there; of others it says nothing. */
  readonly note: (code: string, said: Pick<DivisionRow, 'changeCode' | 'urbanity'>) => void;
  readonly find: (code: string) => DivisionRow | undefined;
  /** The places of one gemeente after another, only as many as are asked for at a time. */
  readonly byGemeente: () => Generator<DivisionRow[]>;
  /** Those of some gemeenten; the same when that is all of them. */
  readonly of: (gemeenten: ReadonlySet<string>) => PackedPlaces;
}

const levels: Readonly<Record<string, PlaceLevel>> = {
  N: 'COUNTRY',
  G: 'GEMEENTE',
  W: 'WIJK',
  B: 'BUURT',
};

/** Of each place: change code, urbanity, length of the code, length of the name; then code and name. */
const HEAD = 5;
const NOT_SAID = 255;

/** Packs places; of rows that are packed already nothing is copied. */
export function packPlaces(rows: Iterable<Omit<DivisionRow, 'level'>> = []): PackedPlaces {
  if ('byGemeente' in rows) return rows as PackedPlaces;
  let bytes: Buffer = Buffer.alloc(1 << 12);
  let end = 0;
  let starts = new Uint32Array(1 << 8);
  let size = 0;
  /** Number of the place, from 1, at the first free position from the one that its code asks for. */
  let slots = new Uint32Array(1 << 9);

  const isAt = (code: string, start: number) => {
    if (bytes[start + 2] !== code.length) return false;
    for (let at = 0; at < code.length; at += 1) {
      if (bytes[start + HEAD + at] !== code.charCodeAt(at)) return false;
    }
    return true;
  };
  const codeAt = (start: number) =>
    bytes.toString('latin1', start + HEAD, start + HEAD + (bytes[start + 2] ?? 0));
  /** Where the code stands in `slots`, or would stand. */
  const slotOf = (code: string) => {
    let slot = hashOf(code) & (slots.length - 1);
    for (;;) {
      const number = slots[slot] ?? 0;
      if (number === 0 || isAt(code, starts[number - 1] ?? 0)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  const growSlots = () => {
    slots = new Uint32Array(4 * slots.length);
    for (let nth = 0; nth < size; nth += 1) {
      const start = starts[nth] ?? 0;
      let slot = hashOfBytes(bytes, start + HEAD, bytes[start + 2] ?? 0) & (slots.length - 1);
      // Each code is there once: the first free position is its own.
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = nth + 1;
    }
  };
  const write = ({ code, name, changeCode, urbanity }: Omit<DivisionRow, 'level'>): number => {
    const start = end;
    const most = start + HEAD + code.length + 3 * name.length;
    if (most > bytes.length) bytes = enlarged(bytes, most);
    bytes[start] = byteOf(changeCode);
    bytes[start + 1] = byteOf(urbanity);
    bytes[start + 2] = code.length;
    bytes.write(code, start + HEAD, 'latin1');
    const length = bytes.write(name, start + HEAD + code.length);
    bytes.writeUInt16LE(length, start + 3);
    end = start + HEAD + code.length + length;
    return start;
  };
  const add = (place: Omit<DivisionRow, 'level'>) => {
    if (!checkPlaceCode(place.code)) return;
    const slot = slotOf(place.code);
    const start = write(place);
    const number = slots[slot] ?? 0;
    if (number > 0) {
      starts[number - 1] = start;
      return;
    }
    if (size === starts.length) {
      const more = new Uint32Array(2 * size);
      more.set(starts);
      starts = more;
    }
    starts[size] = start;
    size += 1;
    slots[slot] = size;
    if (size * 4 > slots.length * 3) growSlots();
  };
  const placeAt = (nth: number): DivisionRow => {
    const start = starts[nth] ?? 0;
    const code = codeAt(start);
    const nameAt = start + HEAD + code.length;
    return {
      code,
      level: levels[code.charAt(0)] ?? 'BUURT',
      name: bytes.toString('utf8', nameAt, nameAt + bytes.readUInt16LE(start + 3)),
      changeCode: numberOf(bytes[start]),
      urbanity: numberOf(bytes[start + 1]),
    };
  };
  const gemeenteAt = (nth: number) => gemeenteOf(codeAt(starts[nth] ?? 0));
  for (const place of rows) add(place);
  const packed: PackedPlaces = {
    put: add,
    has: (code) => slots[slotOf(code)] !== 0,
    note: (code, { changeCode, urbanity }) => {
      const number = slots[slotOf(code)] ?? 0;
      if (number === 0) return;
      const start = starts[number - 1] ?? 0;
      bytes[start] = byteOf(changeCode);
      bytes[start + 1] = byteOf(urbanity);
    },
    find: (code) => {
      const number = slots[slotOf(code)] ?? 0;
      return number === 0 ? undefined : placeAt(number - 1);
    },
    of: (gemeenten) => {
      const kept: number[] = [];
      for (let nth = 0; nth < size; nth += 1) if (gemeenten.has(gemeenteAt(nth))) kept.push(nth);
      return kept.length === size ? packed : packPlaces(kept.map(placeAt));
    },
    *byGemeente() {
      const gemeenten = new Map<string, number[]>();
      for (let nth = 0; nth < size; nth += 1) {
        const gemeente = gemeenteAt(nth);
        const places = gemeenten.get(gemeente);
        if (places) places.push(nth);
        else gemeenten.set(gemeente, [nth]);
      }
      for (const places of gemeenten.values()) yield places.map(placeAt);
    },
    *[Symbol.iterator]() {
      for (let nth = 0; nth < size; nth += 1) yield placeAt(nth);
    },
  };
  return packed;
}

const byteOf = (given: number | null | undefined) =>
  given === null || given === undefined || given < 0 ? NOT_SAID : Math.min(given, NOT_SAID);

const numberOf = (byte = NOT_SAID) => (byte === NOT_SAID ? null : byte);

/** FNV-1a. */
function hashOf(code: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < code.length; at += 1) {
    hash = Math.imul(hash ^ code.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** The same, of a code as bytes. */
function hashOfBytes(bytes: Uint8Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + length; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function enlarged(bytes: Buffer, least: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(Math.max(least, 2 * bytes.length));
  bytes.copy(larger);
  return larger;
}
