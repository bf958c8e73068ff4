import { useFeed } from '@renderer/bridge/use-feed';
import { go } from '@renderer/state/use-route';
import { Stat } from '@renderer/ui/layout/stat';

/** How many checks found something that nobody answers for, and how many of them are critical; it leads there. */
export function FindingsStat() {
  const findings = useFeed('findings', {}).value;
  const known = findings !== undefined && findings.triedAt > 0;
  const open = (findings?.outcomes ?? []).filter(({ total, accepted }) => total > accepted);
  const critical = open.filter(({ check }) => check.severity === 'critical').length;
  const untried = (findings?.outcomes ?? []).filter(({ state }) => state === 'untried').length;
  const note = critical > 0 ? `${critical} critical` : untried > 0 ? `${untried} not tried` : 'none critical';
  return (
    <Stat
      label="Findings"
      value={known ? open.length : undefined}
      note={known ? note : 'after the first sync'}
      onClick={() => go('findings')}
    />
  );
}
