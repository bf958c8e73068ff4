import { engine } from '@renderer/bridge/engine';
import { notifyDone, notifyFailure } from '@renderer/state/notify';
import { usePreferences } from '@renderer/state/use-preferences';
import type { Failure } from '@shared/contract/failure';
import type { InputOf } from '@shared/contract/operations';
import type { BookName, EntryOf } from '@shared/domain/books/books';
import { t } from '@shared/language/t';
import { useState } from 'react';

type Asked = InputOf<'writeBook'>;

export interface Keep {
  readonly busy: boolean;
  readonly failures: readonly Failure[];
  /** Writes a book and tells so; false where it was refused, which `failures` says. */
  readonly keep: (asked: Asked, done: string) => Promise<boolean>;
}

/** Writes books under the name that the admin goes by, and tells so; the failure where one was refused. */
function useWrite(): (asked: Asked, done: string, back?: () => void) => Promise<Failure | null> {
  const by = usePreferences(({ signer }) => signer);
  return async (asked, done, back) => {
    const written = await engine.call('writeBook', { by, ...asked });
    if (!written.ok) return written.error;
    notifyDone(done, back && { take: back });
    return null;
  };
}

/** The one way of a dialog to write a book. */
export function useKeep(): Keep {
  const write = useWrite();
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  return {
    busy,
    failures,
    keep: async (asked, done) => {
      setBusy(true);
      const failed = await write(asked, done);
      setBusy(false);
      setFailures(failed === null ? [] : [failed]);
      return failed === null;
    },
  };
}

/** Takes an entry out of its book at one click; the toast offers to put it back as it was. */
export function useRemoval(): <B extends BookName>(
  book: B,
  entry: EntryOf<B>,
  done: string,
) => Promise<void> {
  const write = useWrite();
  const told = async (asked: Asked, done: string, takeBack?: () => void): Promise<void> => {
    const failed = await write(asked, done, takeBack);
    if (failed !== null) notifyFailure(failed);
  };
  return (book, { id, value, why }, done) => {
    const back = (): void => void told({ book, put: [{ id, value }], why }, t('Put back. {done}', { done }));
    return told({ book, remove: [id] }, done, back);
  };
}
