import type { RecordFilter } from '@renderer/screens/kit/record-filter';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import type { SeatsLevel } from '@shared/domain/figures/seats';
import { t } from '@shared/language/t';

/** Levels of seats that a choice takes in. */
const levels: Readonly<Record<string, readonly SeatsLevel[]>> = {
  full: ['full', 'over'],
  near: ['near'],
  free: ['free', 'near'],
  unlimited: ['unlimited'],
};

/** By how full organizations are. */
export const seatsFilter: RecordFilter = {
  param: 'seats',
  label: t('Seats'),
  options: optionsOf({
    full: t('Full or over'),
    near: t('Nearly full'),
    free: t('With free seats'),
    unlimited: t('Unlimited'),
  }),
  where: (choice) => [{ field: 'seatsLevel', op: 'in', value: [...(levels[choice] ?? [])] }],
};
