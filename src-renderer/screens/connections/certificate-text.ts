import { plural } from '@renderer/ui/format/plural';
import { certificateLife } from '@shared/domain/figures/certificate';

/** `12 days left`, `Expired 3 days ago`; '' where the service tells of no certificate. */
export function certificateText(expiresAt: number, now: number): string {
  const life = certificateLife(expiresAt, now);
  if (life === null) return '';
  const { state, days } = life;
  if (state !== 'expired') return days === 0 ? 'Ends today' : `${plural(days, 'day')} left`;
  return days === 0 ? 'Expired today' : `Expired ${plural(days, 'day')} ago`;
}
