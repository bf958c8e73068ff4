import { useDebouncedValue } from '@mantine/hooks';
import { engine } from '@renderer/bridge/engine';
import type { Run } from '@renderer/state/run-of';
import type { BlastRadius, BlastRequest, Plan } from '@shared/contract/plan';
import { useEffect, useState } from 'react';

export interface Blast {
  readonly radius: BlastRadius;
  /** It is that of the run as it stands; else that of the steps that go by themselves. */
  readonly ofRun: boolean;
}

const restMs = 80;

/** What the run would do: with conflicts as decided, without what is left out. The engine counts; the last answer stays meanwhile. */
export function useBlast(plan: Plan, { intentIds, resolutions, leftOut }: Run): Blast {
  const plain = leftOut.length === 0 && Object.keys(resolutions).length === 0;
  const asked = JSON.stringify({ planHash: plan.hash, resolutions, intentIds });
  const [rested] = useDebouncedValue(asked, restMs);
  const [counted, setCounted] = useState<{ readonly hash: string; readonly radius: BlastRadius | null }>();
  useEffect(() => {
    if (plain) return;
    let ended = false;
    const request = JSON.parse(rested) as BlastRequest;
    void engine.call('blastOfRun', request).then((result) => {
      if (!ended) setCounted({ hash: request.planHash, radius: result.ok ? result.value : null });
    });
    return () => {
      ended = true;
    };
  }, [plain, rested]);
  const radius = !plain && counted?.hash === plan.hash ? counted.radius : null;
  return { radius: radius ?? plan.blast, ofRun: plain || radius !== null };
}
