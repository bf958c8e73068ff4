import { bookKey, readBook } from '@main/books/books';
import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { type AccessMoment, TriedBook } from '@shared/contract/access';
import { type Result, success } from '@shared/contract/failure';
import type { Access } from './create-access';

/** Where the last outcome is kept in the store, encrypted as all of it is. */
const verdictsKey = 'access/verdicts';
/** Offenders that are kept of each; of more there is the number. */
const mostKept = 100;

const nothing: TriedBook = { triedAt: 0, tried: [] };

/** The assertions of the book: tried together, kept with what became of them, and told. */
export interface KeptAssertions {
  /** What became of them when they were tried last, as the service had it. */
  read(): Promise<TriedBook>;
  /** Tries them at any moment; nothing is kept. */
  tryAt(when: AccessMoment): Promise<Result<TriedBook>>;
  /** Tries them now, and keeps what became of them; whoever asks meanwhile is heard after that. */
  tryAll(): Promise<void>;
  subscribe(listener: () => void): () => void;
  /** Ends the look under way. */
  stop(): Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly access: Pick<Access, 'assertEach'>;
  readonly now: () => number;
}

class Stopped extends Error {}

export function createKeptAssertions({ store, access, now }: Parts): KeptAssertions {
  const listeners = new Set<() => void>();
  let closing = false;
  let last: Promise<void> = Promise.resolve();
  const goesOn = (): void => {
    if (closing) throw new Stopped();
  };

  async function tryAt(when: AccessMoment): Promise<Result<TriedBook>> {
    const entries = await readBook(store, 'accessAssertion');
    if (entries.length === 0) return success(nothing);
    const triedAt = now();
    const assertions = entries.map(({ value }) => value);
    const found = await access.assertEach({ assertions, when }, goesOn);
    const tried = entries.map(({ id }, at) => {
      const one = found.ok ? found.value[at] : found;
      return {
        id,
        verdict: one?.ok ? { ...one.value, offenders: one.value.offenders.slice(0, mostKept) } : null,
        failure: one === undefined || one.ok ? null : one.error,
      };
    });
    return success({ triedAt, tried });
  }

  async function look(): Promise<void> {
    if (closing) return;
    const tried = await tryAt({ kind: 'now' });
    if (!tried.ok) return;
    const kept = tried.value.tried.length === 0 ? null : tried.value;
    if (kept === null && (await store.meta(verdictsKey)) === null) return;
    await store.write({ meta: { [verdictsKey]: kept } });
    for (const listener of [...listeners]) listener();
  }
  const tryAll = (): Promise<void> => {
    last = last.then(look).catch(() => undefined);
    return last;
  };
  const unwatch = store.subscribe(({ meta }) => {
    if (meta.includes(bookKey('accessAssertion'))) void tryAll();
  });

  return {
    read: () => decodedMeta(store, verdictsKey, (value) => TriedBook.parse(value ?? nothing)),
    tryAt,
    tryAll,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      closing = true;
      unwatch();
      await last;
    },
  };
}
