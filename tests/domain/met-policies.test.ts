import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import { metPolicies } from '@shared/domain/met-policies';
import { expect, it } from 'vitest';

const second = 'config.auth_multi_factor.required_for_sign_up';

const change = (
  id: string,
  field: string,
  mine: JsonValue,
  { entity = 'application', verb = 'update' }: { entity?: EntityName; verb?: 'update' | 'create' } = {},
) => ({
  entity,
  recordId: RecordId.parse(id),
  organizationId: '',
  label: `Name of ${id}`,
  verb,
  field,
  base: null,
  mine,
});

it('names each policy that meets people once, by its value, with all the applications that get it', () => {
  const met = metPolicies([
    change('app_1', second, true),
    change('app_2', second, true),
    change('app_3', second, false),
    change('app_3', 'config.auth_password.min_length', 12),
    change('app_4', 'config.auth_password.min_length', 14),
    change('app_4', 'config.branding.primary_color', '#123456'),
    change('org_1', second, true, { entity: 'organization' }),
    change('app_5', second, true, { verb: 'create' }),
  ]);
  expect(met.map(({ path, value, applications }) => [path, value, [...applications]])).toEqual([
    [
      second,
      true,
      [
        ['app_1', 'Name of app_1'],
        ['app_2', 'Name of app_2'],
      ],
    ],
    ['config.auth_password.min_length', 12, [['app_3', 'Name of app_3']]],
    ['config.auth_password.min_length', 14, [['app_4', 'Name of app_4']]],
  ]);
});
