import { equals, type RecordFilter } from '@renderer/screens/kit/record-filter';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import type { Filter } from '@shared/contract/page';
import { configField } from '@shared/domain/config-field';
import { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';

/** By how far a domain's DNS is; `unfinished` is all that is not done. */
export const dnsFilter: RecordFilter = {
  param: 'dns',
  label: t('DNS'),
  options: optionsOf({
    unfinished: t('To finish'),
    complete: t('Set up'),
    in_progress: t('In part'),
    not_started: t('Not set up'),
  }),
  where: (dns) =>
    dns === 'unfinished'
      ? [{ field: 'dns', op: 'in', value: ['not_started', 'in_progress'] }]
      : equals('dns', dns),
};

/** The one value of one setting that the route narrows the fleet to: `set` is its path, `is` the value as JSON. */
export function settingFilter({ set, is }: Readonly<Record<string, string>>): Filter | null {
  const value = JsonValue.safeParse(parse(is ?? ''));
  return set && configField(set) && value.success ? { field: set, op: 'eq', value: value.data } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
