import { useOperation } from '@renderer/bridge/use-operation';
import { notifyDone } from '@renderer/state/notify';
import { usePreferences } from '@renderer/state/use-preferences';
import type { Failure } from '@shared/contract/failure';
import type { InputOf } from '@shared/contract/operations';

export interface Keep {
  readonly busy: boolean;
  readonly failures: readonly Failure[];
  /** Writes a book and tells so; false where it was refused, which `failures` says. */
  readonly keep: (asked: InputOf<'writeBook'>, done: string) => Promise<boolean>;
}

/** The one way of a dialog to write a book, under the name that the admin goes by. */
export function useKeep(): Keep {
  const { run, busy, failure } = useOperation('writeBook');
  const by = usePreferences(({ signer }) => signer);
  return {
    busy,
    failures: failure === undefined ? [] : [failure],
    keep: async (asked, done) => {
      const written = await run({ by, ...asked });
      if (written.ok) notifyDone(done);
      return written.ok;
    },
  };
}
