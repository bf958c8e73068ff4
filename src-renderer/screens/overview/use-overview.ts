import { useAnswer } from '@renderer/bridge/use-answer';
import { useBook } from '@renderer/bridge/use-book';
import { useFeed } from '@renderer/bridge/use-feed';
import { useVerdicts } from '@renderer/state/access-verdicts';
import { useOpenFindings } from '@renderer/state/open-findings';
import { useDataVersion } from '@renderer/state/use-data-version';
import { useScope } from '@renderer/state/use-scope';
import { useNow } from '@renderer/ui/marks/use-now';
import type { Overview } from '@shared/contract/overview';

/** What the engine says of now, asked again as data, findings, assertions and what was accepted change, and each half hour. */
export function useOverview(): Overview | undefined {
  const scope = useScope() ?? '';
  const drift = useFeed('fleetSummary', {}).value?.drifting;
  const told = [
    useOpenFindings()?.total,
    useVerdicts()?.triedAt,
    useBook('findingAcceptance')?.length,
    drift,
    useNow(1_800_000),
  ];
  return useAnswer('overview', { scope }, `${useDataVersion()} ${told.join(' ')}`);
}
