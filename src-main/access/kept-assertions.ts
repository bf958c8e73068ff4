import { brokenOff, createBackground } from '@main/books/background';
import { bookKey, readBook } from '@main/books/books';
import { decodedMeta } from '@main/store/decoded-meta';
import { leftUndone } from '@main/store/left-undone';
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
  /** Tries them now, and keeps what became of them, also that it came to nothing; asked meanwhile it tries them once more. */
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
  const background = createBackground();
  const goesOn = (): void => {
    if (background.stopped()) throw new Stopped();
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

  /** Of a look that broke off nothing is known any more: what held before may not hold now. */
  async function brokenBook(error: unknown): Promise<TriedBook> {
    const entries = await readBook(store, 'accessAssertion');
    const failure = brokenOff(error);
    return { triedAt: now(), tried: entries.map(({ id }) => ({ id, verdict: null, failure })) };
  }

  async function look(): Promise<void> {
    if (background.stopped()) return;
    const found = await tryAt({ kind: 'now' }).catch((error: unknown) => {
      if (error instanceof Stopped) return null;
      return brokenBook(error).then(success);
    });
    if (found === null || !found.ok) return;
    const kept = found.value.tried.length === 0 ? null : found.value;
    if (kept === null && (await store.meta(verdictsKey)) === null) return;
    await store.write({ meta: { [verdictsKey]: kept } });
    background.tell();
  }
  const tryAll = background.shared(look);
  const unwatch = store.subscribe(({ meta }) => {
    if (meta.includes(bookKey('accessAssertion'))) tryAll().catch(leftUndone('Trying assertions'));
  });

  return {
    read: () => decodedMeta(store, verdictsKey, (value) => TriedBook.parse(value ?? nothing)),
    tryAt,
    tryAll,
    subscribe: background.subscribe,
    stop: () => {
      unwatch();
      return background.stop();
    },
  };
}
