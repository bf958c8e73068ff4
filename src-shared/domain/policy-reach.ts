import { t } from '../language/t';
import { configPrefix } from './config-field';
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
  ...(
    [
      ['email', 'email address'],
      ['phone', 'phone number'],
      ['username', 'username'],
    ] as const
  ).flatMap(([field, word]): Reach[] => [
    {
      setting: `auth_${field}.required`,
      meets: true,
      where: [lacks(field)],
      one: t('has no {word}', { word }),
      many: t('have no {word}', { word }),
      means: t('asked for one at the next sign-in'),
    },
    {
      setting: `auth_${field}.used_for_sign_in`,
      meets: false,
      where: [has(field)],
      one: `has ${word === 'email address' ? 'an' : 'a'} ${word}`,
      many: `have ${word === 'email address' ? 'an' : 'a'} ${word}`,
      means: t('they cannot sign in with it'),
    },
  ]),
];

export type PolicyReach = Reach;

/** Whom a setting reaches; undefined for one that nobody feels who is here already. */
export const reachOf = (path: string): Reach | undefined =>
  reaches.find(({ setting }) => path === configPrefix + setting);

/** Whom a setting reaches by this value; undefined where it meets nobody who is here already. */
export function reachBy(path: string, value: JsonValue): Reach | undefined {
  const reach = reachOf(path);
  return reach?.meets === undefined || reach.meets === value ? reach : undefined;
}

/** Whether the value that a record shows now is the one that meets them. */
export const isMet = ({ setting, meets }: Reach, record: object): boolean =>
  meets !== undefined && readField(record, configPrefix + setting) === meets;
