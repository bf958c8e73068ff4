import { t } from '../../language/t';
import { configPrefix } from '../config-field';
import { readField } from '../field-path';
import { isObject, type JsonValue } from '../json';
import type { Act } from '../kinds/act';
import { json, number, text } from '../kinds/field';
import { imageActs } from './application-images';

/** A patch laid into what there is, as the service merges it. */
const merged = (held: JsonValue | undefined, patch: JsonValue): JsonValue =>
  isObject(patch)
    ? {
        ...(isObject(held) ? held : {}),
        ...Object.fromEntries(
          Object.entries(patch).map(([key, value]) => [
            key,
            merged(isObject(held) ? held[key] : undefined, value),
          ]),
        ),
      }
    : patch;

/** A group of settings as an application of that name takes it: on its pages it goes by its own name, whatever it was when the copy was staged. */
export const ownGroup = (name: string, key: string, value: JsonValue): JsonValue =>
  key === 'branding' && isObject(value) ? { ...value, application_name: name } : value;

/** Every single value inside of one, by its path; a list is one value. */
function leavesOf(path: string, value: JsonValue): Readonly<Record<string, JsonValue>> {
  if (!isObject(value)) return { [path]: value };
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => leavesOf(`${path}.${key}`, inner)));
}

const part = t('It is a part of setting the application up: change the settings, or delete the application.');

/** What can be done to an application and is no value of it. The last two follow its creation from a template. */
export const applicationActs: Readonly<
  Record<'rotateKeys' | 'createProduction' | 'takeConfig' | 'takeSetup' | keyof typeof imageActs, Act>
> = {
  ...imageActs,
  rotateKeys: {
    label: t('Rotate the secret keys'),
    says: t(
      'Each instance gets a new key, shown to you once when it is reconciled. The old ones end after the hours that you give.',
    ),
    values: {
      overlapHours: number({ label: t('The old keys work on for, in hours'), hint: t('0: not at all') }),
    },
    once: t('Secret keys'),
    outlives: {
      ms: ({ overlapHours }) => Number(overlapHours) * 3_600_000,
      // "Number of hours to delay before the old secret keys are deleted" (spec): those of earlier rotations are old ones, too.
      endBy: { operation: 'rotateKeys', values: { overlapHours: 0 } },
    },
    // Keys of a first rotation would be shown, and be old at once.
    replaces: ['rotateKeys'],
    // Repeated after a lost answer it comes to the same: nobody has seen the keys of the first time.
    shows: () => ({}),
    fault: (_, { overlapHours }) =>
      typeof overlapHours === 'number' && (overlapHours < 0 || overlapHours > 720)
        ? t('Keys work on for 0 to 720 hours.')
        : null,
    undo: () => t('Keys that were replaced do not come back.'),
  },
  createProduction: {
    label: t('Make the production instance'),
    says: t(
      'It gets the config of the development instance, a domain, and a key that is shown to you once. Its people are its own.',
    ),
    values: { domain: text({ label: t('Domain'), hint: t('Such as learn.acme.com') }) },
    spelt: (values) =>
      typeof values.domain === 'string' ? { ...values, domain: values.domain.toLowerCase() } : values,
    once: t('Secret key'),
    also: ['instanceId', 'dns', 'config', 'configVersion'],
    shows: (_, { domain = '' }) => ({ environment: 'production', domain }),
    fault: ({ environment, domain: held }, { domain }) =>
      environment === 'production' && held !== domain ? t('It has a production instance already.') : null,
    undo: () => t('An instance goes with its application only.'),
  },
  takeConfig: {
    label: t('Take settings over'),
    says: t('A group of settings as the template has it.'),
    values: { key: text({ label: t('Group of settings') }), value: json({ label: t('Settings') }) },
    also: ['configVersion'],
    sets: ({ key = '', value = {} }) => leavesOf(`${configPrefix}${String(key)}`, value),
    shows: (record, { key = '', value = {} }) => ({
      [`${configPrefix}${String(key)}`]: merged(
        readField(record, `${configPrefix}${String(key)}`),
        ownGroup(String(record.name), String(key), value),
      ),
    }),
    ofMaking: true,
    undo: () => part,
  },
  takeSetup: {
    label: t('Take roles, lists and templates over'),
    says: t(
      'Permissions, roles, redirect URLs, JWT templates, allow and block lists, and templates of messages, as the template has them. No people.',
    ),
    values: { from: text({ label: t('Application'), to: 'application' }) },
    copies: 'from',
    // What stands already is left as it is, so that it may be repeated.
    shows: () => ({}),
    ofMaking: true,
    undo: () => part,
  },
};
