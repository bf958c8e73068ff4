import { t } from '../language/t';
import { configPrefix, configWords, connection } from './config-field';
import { readField } from './field-path';
import type { JsonValue } from './json';

/** People whom a policy meets, as a list of the copy finds them. */
interface Reach {
  /** Setting of the config, without `config.`. */
  readonly setting: string;
  /** The value that meets them; left out: every change does. */
  readonly meets?: JsonValue;
  /** Of people; all of them must hold. */
  readonly where: readonly { readonly field: string; readonly op: 'eq' | 'ne'; readonly value: JsonValue }[];
  /** What stands behind their number: `have no second factor`. */
  readonly one: string;
  readonly many: string;
  /** What becomes of them. */
  readonly means: string;
}

const has = (field: string) => ({ field, op: 'ne', value: '' }) as const;
const lacks = (field: string) => ({ field, op: 'eq', value: '' }) as const;

const secondFactor = 'auth_multi_factor.required_for_sign_up';

/** The setting that shuts out whoever has no second factor. */
export const secondFactorPath = `${configPrefix}${secondFactor}`;

/** Whom a setting reaches that everybody meets at sign-in: told before it is staged, and counted in the copy, offline too. */
const reaches: readonly Reach[] = [
  {
    setting: secondFactor,
    meets: true,
    where: [{ field: 'twoFactorEnabled', op: 'eq', value: false }],
    one: t('has no second factor'),
    many: t('have no second factor'),
    means: t('asked to set one up at the next sign-in'),
  },
  {
    setting: 'auth_password.enabled',
    meets: false,
    where: [{ field: 'passwordEnabled', op: 'eq', value: true }],
    one: t('has a password'),
    many: t('have a password'),
    means: t('they need another way to sign in'),
  },
  {
    setting: 'auth_password.min_length',
    where: [{ field: 'passwordEnabled', op: 'eq', value: true }],
    one: t('has a password'),
    many: t('have a password'),
    means: t('checked when it is next changed'),
  },
  {
    setting: 'auth_passkey.enabled',
    meets: false,
    where: [{ field: 'passkeys', op: 'ne', value: 0 }],
    one: t('has a passkey'),
    many: t('have a passkey'),
    means: t('they need another way to sign in'),
  },
  ofFactor('authenticator_app', t('has an authenticator app'), t('have an authenticator app')),
  ofFactor('phone_code', t('gets codes by text message'), t('get codes by text message')),
  ofFactor('backup_code', t('has backup codes'), t('have backup codes')),
  ...ofIdentifier('email', {
    none: [t('has no email address'), t('have no email address')],
    some: [t('has an email address'), t('have an email address')],
  }),
  ...ofIdentifier('phone', {
    none: [t('has no phone number'), t('have no phone number')],
    some: [t('has a phone number'), t('have a phone number')],
  }),
  ...ofIdentifier('username', {
    none: [t('has no username'), t('have no username')],
    some: [t('has a username'), t('have a username')],
  }),
];

type OneAndMany = readonly [one: string, many: string];

/** Who lacks what is asked of everybody, and who has what is no way in any more. */
function ofIdentifier(
  field: string,
  { none, some }: { readonly none: OneAndMany; readonly some: OneAndMany },
): readonly Reach[] {
  return [
    {
      setting: `auth_${field}.required`,
      meets: true,
      where: [lacks(field)],
      one: none[0],
      many: none[1],
      means: t('asked for one at the next sign-in'),
    },
    {
      setting: `auth_${field}.used_for_sign_in`,
      meets: false,
      where: [has(field)],
      one: some[0],
      many: some[1],
      means: t('they cannot sign in with it'),
    },
  ];
}

/** Who has a second factor that is none any more. */
function ofFactor(factor: string, one: string, many: string): Reach {
  return {
    setting: `auth_multi_factor.${factor}`,
    meets: false,
    where: [{ field: 'secondFactors', op: 'eq', value: factor }],
    one,
    many,
    means: t('it is no second factor any more'),
  };
}

const switched = '.enabled';

/** Who signs in with a provider: the config has a group for each, with any name. */
function ofProvider(setting: string): Reach | undefined {
  if (!setting.startsWith(connection) || !setting.endsWith(switched)) return undefined;
  const key = setting.slice(0, -switched.length);
  if (key.includes('.')) return undefined;
  const provider = configWords(key);
  return {
    setting,
    meets: false,
    where: [{ field: 'providers', op: 'eq', value: key.slice(connection.length) }],
    one: t('has a {provider} account connected', { provider }),
    many: t('have a {provider} account connected', { provider }),
    means: t('they need another way to sign in'),
  };
}

export type PolicyReach = Reach;

/** Whom a setting reaches; undefined for one that nobody feels who is here already. */
export function reachOf(path: string): Reach | undefined {
  if (!path.startsWith(configPrefix)) return undefined;
  const setting = path.slice(configPrefix.length);
  return reaches.find((reach) => reach.setting === setting) ?? ofProvider(setting);
}

/** Whom a setting reaches by this value; undefined where it meets nobody who is here already. */
export function reachBy(path: string, value: JsonValue): Reach | undefined {
  const reach = reachOf(path);
  return reach?.meets === undefined || reach.meets === value ? reach : undefined;
}

/** Whether the value that a record shows now is the one that meets them. */
export const isMet = ({ setting, meets }: Reach, record: object): boolean =>
  meets !== undefined && readField(record, configPrefix + setting) === meets;
