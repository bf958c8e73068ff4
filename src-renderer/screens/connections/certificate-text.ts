import { certificateLife } from '@shared/domain/figures/certificate';
import { t } from '@shared/language/t';

/** `12 days left`, `Expired 3 days ago`; '' where the service tells of no certificate. */
export function certificateText(expiresAt: number, now: number): string {
  const life = certificateLife(expiresAt, now);
  if (life === null) return '';
  const { state, days } = life;
  if (state !== 'expired')
    return days === 0 ? t('Ends today') : t('{days, plural, one {# day} other {# days}} left', { days });
  return days === 0
    ? t('Expired today')
    : t('Expired {days, plural, one {# day} other {# days}} ago', { days });
}
