import type { FleetSummary } from '@shared/contract/fleet';
import { t } from '@shared/language/t';

/** How a setting is over all applications: what differs, else what keeps it from being told; only where all of it was is it as it should be. */
export function headOf({
  differs,
  expired,
  unlicensed,
  unknown,
  'missing-variable': missing,
}: FleetSummary['settings'][number]['counts']): string {
  const drift = differs + expired;
  if (drift > 0) return t('{drift, number} differ', { drift });
  if (missing > 0) return t('{missing, plural, one {# lacks} other {# lack}} a variable', { missing });
  if (unknown > 0) return t('{unknown, number} not known', { unknown });
  if (unlicensed > 0) return t('{unlicensed, number} not in their plan', { unlicensed });
  return t('as it should be');
}
