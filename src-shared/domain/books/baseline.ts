import { z } from 'zod';
import { t } from '../../language/t';
import { configField, holdsMask, isSecretSetting, isUnknownValue, withoutSecretsIn } from '../config-field';
import { RecordId } from '../ids';
import { JsonValue, jsonEqual } from '../json';
import { groupFaults } from './application-group';
import { book, Moment, textsAt } from './book';

/** A setting that can be held to a value: secrets do not read back, so nobody could tell. */
const SettingPath = z
  .string()
  .refine(
    (path) => configField(path) !== undefined,
    t('names no setting, such as config.auth_password.min_length'),
  )
  .refine((path) => !isSecretSetting(path), t('is a secret, which the service never shows'));

/** A value that can be told apart from others. */
const Told = JsonValue.refine(
  (value) => !isUnknownValue(value) && !holdsMask(value),
  t('is no value that reads back'),
);

/** No secret hides deep inside of a value: books are printed, and go to colleagues. */
const secretless = ({ path, value }: { readonly path: string; readonly value: JsonValue }): boolean =>
  jsonEqual(withoutSecretsIn(path, value), value);
const holdsSecret = { path: ['value'], message: t('holds a secret, which is kept in no book') };

/**
 * A golden config, or a part of one: what settings should be. Several apply to one application and combine setting by setting:
 * what is for the application itself comes before what is for a group of it, and that before what is for all.
 */
export const baseline = book(
  t('baseline'),
  t('baselines'),
  z
    .strictObject({
      name: z.string().trim().min(1).max(100),
      level: z.enum(['all', 'group', 'application']),
      /** Id of the group or of the application; '' for all. */
      of: z.string().max(120).default(''),
      /** Among those of one level: the smaller one comes first. */
      rank: z.number().int().min(0).max(1_000).default(1),
      /** Texts inside of values may hold `{{variable}}`, which is each application's own. */
      settings: z
        .array(z.strictObject({ path: SettingPath, value: Told }).refine(secretless, holdsSecret))
        .max(500)
        .refine((all) => new Set(all.map(({ path }) => path)).size === all.length, t('names a setting twice'))
        .refine(
          (all) => !all.some(({ path }) => all.some((other) => other.path.startsWith(`${path}.`))),
          t('names a setting, and a part of it beside'),
        ),
    })
    .refine(({ level, of }) => (level === 'all') === (of === ''), {
      path: ['of'],
      message: t('is the group or the application that it is for, and empty for all'),
    }),
  {
    beside: ['applicationGroup'],
    faults: (own, other) => groupFaults(other('applicationGroup'), own),
    settings: (value) => textsAt(value, 'settings', 'path'),
    about: (_, value) => {
      const [level] = textsAt({ all: [value] }, 'all', 'level');
      return level === 'application' ? textsAt({ all: [value] }, 'all', 'of') : [];
    },
  },
);

/** What a variable of a baseline is called; Clerk's own shortcodes have a dot (`{{user.id}}`) and are none. */
export const variableName = /^[A-Za-z]\w{0,59}$/;

/** The values of variables for one application; its id is the entry's. `name` and `domain` are the application's own where it has them. */
export const applicationVariables = book(
  t('set of variables'),
  t('sets of variables'),
  z.strictObject({ values: z.record(z.string().regex(variableName), z.string().max(1_000)) }),
  { beside: [], faults: () => [], about: (id) => [id] },
);

/** A value that one application may have although its baseline says another. */
export const exception = book(
  t('exception'),
  t('exceptions'),
  z
    .strictObject({
      applicationId: RecordId,
      path: SettingPath,
      /** The accepted value; another one is drift again. */
      value: Told,
      /** Accepted until then, ms; null for as long as nobody says otherwise. */
      until: Moment.nullable().default(null),
      reason: z.string().trim().min(1, t('must be given')).max(500),
    })
    .refine(secretless, holdsSecret),
  {
    beside: [],
    faults: () => [],
    settings: (value) => textsAt({ all: [value] }, 'all', 'path'),
    about: (_, value) => textsAt({ all: [value] }, 'all', 'applicationId'),
  },
);
