// The trace of what is going on (W3C Trace Context): one id for a request or a command, the same in the audit log
// and in the Logboek Dataverwerkingen. It travels beside the calls, so that no rule has to hand it on.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

export interface Trace {
  /** 16 bytes, 32 hexadecimal digits. */
  readonly traceId: string;
  /** Operation of the caller, 8 bytes; null when there is none. */
  readonly parentOperationId: string | null;
  /** Key under which subjects are named in the Logboek; undefined: they are left out. */
  readonly subjectKey: Buffer | undefined;
}

const traces = new AsyncLocalStorage<Trace>();

/** Of a program that runs one command: everything falls under it that has no trace of its own. */
let ofProcess: Trace | undefined;

/** Puts all that this process does under one trace. Following it through every step would slow an import down. */
export function traceProcess(trace: Trace): void {
  ofProcess = trace;
}

/** Does the work under this trace. */
export const withTrace = <Result>(trace: Trace, work: () => Result): Result =>
  traces.run(trace, work);

export const currentTrace = (): Trace | undefined => traces.getStore() ?? ofProcess;

export const newTraceId = () => randomBytes(16).toString('hex');

/** Takes over the trace of a `traceparent` header; makes one where it is absent or malformed. */
export function readTrace(traceparent: string | null, subjectKey: Buffer | undefined): Trace {
  const [, traceId, parent] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}/.exec(traceparent ?? '') ?? [];
  const isKnown = traceId && parent && !/^0+$/.test(traceId) && !/^0+$/.test(parent);
  return isKnown
    ? { traceId, parentOperationId: parent, subjectKey }
    : { traceId: newTraceId(), parentOperationId: null, subjectKey };
}
