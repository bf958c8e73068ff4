import { t } from '../../language/t';
import { isJsonArray, type JsonValue } from '../json';
import { partsOf } from '../settings-parts';
import { rejectRole } from './absent';
import { type Rules, readOnly } from './rules';
import { reject, type Validation } from './validation';

const modes = ['manual_invitation', 'automatic_invitation', 'automatic_suggestion'];

const each = (value: JsonValue, fits: (item: string) => boolean): boolean =>
  value !== null &&
  typeof value === 'object' &&
  isJsonArray(value) &&
  value.every((item) => fits(String(item)));

/** What only one setting knows, by key: what to give instead, as a sentence. Source: spec, `PATCH` of each singleton. */
const faults: Readonly<Record<string, (value: JsonValue) => string | null>> = {
  domains_enrollment_modes: (value) =>
    each(value, (mode) => modes.includes(mode))
      ? null
      : t('Choose among {options}.', { options: modes.join(', ') }),
  preferred_sign_in_strategy_when_password_required: (value) =>
    ['password', 'otp', ''].includes(String(value)) ? null : t('Choose password or otp, or nothing.'),
  blocked_country_codes: (value) =>
    each(value, (code) => /^[A-Z]{2}$/.test(code))
      ? null
      : t('Give two capital letters for each country: AF, KP.'),
};

/** Settings are set, never made or deleted; each key in its own singleton only. */
export const settings: Rules = {
  ...readOnly(0),
  guard: (world, { id }, path = '', value = null): Validation | null => {
    const key = path.replace(/^values\./, '');
    if (!Object.hasOwn(partsOf(id), key))
      return reject('invalid-input', t('{path} of {id} cannot be edited.', { path, id }), namesOf(id));
    const fault = faults[key]?.(value) ?? null;
    if (fault !== null) return reject('invalid-input', t('{key} cannot be this value.', { key }), fault);
    if (key !== 'creator_role' && key !== 'domains_default_role') return null;
    const role = world.roles.get(String(value));
    if (role === undefined) return rejectRole(world, String(value));
    return key === 'creator_role' && !role.elevated
      ? reject(
          'invalid-input',
          t('{name} may not manage members: who creates an organization could not.', { name: role.name }),
          t('Choose a role that may manage and delete the organization and its members.'),
        )
      : null;
  },
};

const namesOf = (id: string): string => {
  const keys = Object.keys(partsOf(id));
  return keys.length === 0
    ? t('Choose another record.')
    : t('Choose among {options}.', { options: keys.map((key) => `values.${key}`).join(', ') });
};
