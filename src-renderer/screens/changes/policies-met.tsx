import { PoolReach } from '@renderer/screens/shared/pool-reach';
import { useWorkspace } from '@renderer/state/use-session';
import { canonicalJson } from '@shared/domain/json';
import type { MetPolicy } from '@shared/domain/met-policies';

/** Whether applications have pools of their own, in whose copies people are counted. */
export const useHasPools = (): boolean => useWorkspace()?.scenario === 'platforms';

interface PoliciesMetProps {
  readonly policies: readonly MetPolicy[];
}

/** Whom policies meet by the copies of the pools, each with the applications that get it; the service is not asked. */
export function PoliciesMet({ policies }: PoliciesMetProps) {
  return useHasPools()
    ? policies.map(({ path, value, applications }) => (
        <PoolReach
          key={`${path} ${canonicalJson(value)}`}
          path={path}
          value={value}
          applications={applications}
        />
      ))
    : null;
}
