import { engine } from '@renderer/bridge/engine';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { Failure, Result } from '@shared/contract/failure';
import type { KeptRun, RunDetail } from '@shared/contract/runs';
import { useEffect, useState } from 'react';

/** Runs that are kept, the latest first; undefined while on its way. Asked again when data has changed, and when a run begins or ends. */
export function useRuns(): Result<readonly KeptRun[]> | undefined {
  const version = useDataVersion();
  const running = useStatus()?.push != null;
  const [runs, setRuns] = useState<Result<readonly KeptRun[]>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    void engine.call('runs', {}).then((found) => !ended && setRuns(found));
    return () => {
      ended = true;
    };
  }, [version, running]);
  return runs;
}

/** What a run did not bring home; asked again when the run has ended. */
export function useRunDetail({ id, endedAt }: KeptRun): {
  readonly detail: RunDetail | null;
  readonly failure: Failure | null;
} {
  const [found, setFound] = useState<Result<RunDetail> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its end is a reason to ask again
  useEffect(() => {
    let ended = false;
    void engine.call('run', { id }).then((result) => !ended && setFound(result));
    return () => {
      ended = true;
    };
  }, [id, endedAt]);
  return { detail: found?.ok ? found.value : null, failure: found?.ok === false ? found.error : null };
}
