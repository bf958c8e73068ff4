import { useFeed } from '@renderer/bridge/use-feed';
import type { FindingOutcome } from '@shared/contract/findings';
import { type Severity, severities } from '@shared/domain/severity';
import { useScoped } from './use-scope';

/** Records that stand open, by severity and in all: one way of counting for overview, rail and the screen of findings. */
export interface OpenFindings {
  readonly by: Readonly<Record<Severity, number>>;
  readonly total: number;
}

/** What stands open of these checks: found, and nobody answers for it. Pure. */
export function openFindings(outcomes: readonly FindingOutcome[]): OpenFindings {
  const by = { critical: 0, warning: 0, advice: 0 };
  for (const { check, total, accepted } of outcomes) by[check.severity] += total - accepted;
  return { by, total: severities.reduce((sum, severity) => sum + by[severity], 0) };
}

/** The same of the last look, as the window is narrowed; undefined before the first. */
export function useOpenFindings(): OpenFindings | undefined {
  const findings = useFeed('findings', useScoped()).value;
  return findings === undefined || findings.triedAt === 0 ? undefined : openFindings(findings.outcomes);
}
