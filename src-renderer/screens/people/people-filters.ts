import { type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import { t } from '@shared/language/t';
import { activeWithin, activities } from './activity';

/** Counted in the copy, and so there without a connection. */
export const inOrganizations: RecordFilter = {
  param: 'in',
  needs: ['list.membership'],
  label: t('Organizations'),
  options: optionsOf({ none: t('In no organization') }),
  where: (value) => (value === 'none' ? [{ field: 'organizations', op: 'eq', value: 0 }] : []),
};

const outs = optionsOf({ banned: t('Banned'), locked: t('Locked'), deprovisioned: t('Deprovisioned') });

/** Those of every service. */
export const peopleFilters: readonly RecordFilter[] = [
  stateFilter,
  {
    param: 'access',
    label: t('Access'),
    options: outs,
    where: (out) => (outs.some(({ value }) => value === out) ? [{ field: out, op: 'eq', value: true }] : []),
  },
  {
    param: 'mfa',
    label: t('Second factor'),
    options: optionsOf({ on: t('Second factor on'), off: t('Second factor off') }),
    where: (mfa) => [{ field: 'twoFactorEnabled', op: 'eq', value: mfa === 'on' }],
  },
  {
    param: 'active',
    label: t('Last active'),
    options: activities,
    where: activeWithin,
  },
];
