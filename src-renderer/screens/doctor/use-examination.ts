import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import type { DoctorCheck } from '@shared/contract/doctor';
import type { Failure } from '@shared/contract/failure';
import type { WorkspaceId } from '@shared/domain/ids';
import { useEffect, useRef, useState } from 'react';

export interface Examination {
  readonly checks: readonly DoctorCheck[];
  readonly busy: boolean;
  /** The name of the one that `checks` is of; '' where there is none. */
  readonly run: string;
  /** Whether one ran to its end, and `checks` is what it found. */
  readonly done: boolean;
  readonly failure: Failure | null;
  /** Examines a workspace, or with null this machine. What an earlier one still tells is not heard any more. */
  readonly begin: (id: WorkspaceId | null, passphrase?: string) => Promise<void>;
  /** Forgets what was found. */
  readonly clear: () => void;
}

/** An examination by the doctor: its checks as they come. */
export function useExamination(): Examination {
  const [checks, setChecks] = useState<readonly DoctorCheck[]>([]);
  const [done, setDone] = useState(false);
  const [run, setRun] = useState('');
  const { busy, failure, send } = useSending();
  const current = useRef('');
  useEffect(
    () =>
      shell.on('examined', ({ run, check }) => {
        if (run === current.current) setChecks((before) => [...before, check]);
      }),
    [],
  );
  const name = (next: string): void => {
    current.current = next;
    setRun(next);
  };
  const clear = (): void => {
    name('');
    setChecks([]);
    setDone(false);
  };
  const begin = async (id: WorkspaceId | null, passphrase?: string): Promise<void> => {
    const run = crypto.randomUUID();
    clear();
    name(run);
    const which = { ...(id !== null && { id }), ...(passphrase !== undefined && { passphrase }) };
    const examined = await send(() => shell.call('examine', { run, ...which }));
    if (current.current === run) setDone(examined.ok);
  };
  return { checks, busy, run, done, failure, begin, clear };
}
