import { failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { asFailure } from '../as-failure';

const reasons = {
  'disk-full': t('the disk is full'),
  'disk-read-only': t('the place cannot be written to'),
  'disk-error': t('the disk refused'),
} as const;

/** What stopped a piece of maintenance: disk trouble is given as trouble with what was being written. */
export function maintenanceFailure(error: unknown, attempt: string): Result<never> {
  const result = asFailure(error);
  if (result.ok) return result;
  const { code, next, detail } = result.error;
  if (code !== 'disk-full' && code !== 'disk-read-only' && code !== 'disk-error') return result;
  return failure(
    code,
    t('{attempt} was not finished: {reasons}. What was written of it is removed; nothing else was changed.', {
      attempt,
      reasons: reasons[code],
    }),
    code === 'disk-full' ? t('Free some space or choose another disk, then try again.') : next,
    detail,
  );
}
