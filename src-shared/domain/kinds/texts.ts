import { z } from 'zod';
import { t } from '../../language/t';
import { RecordId } from '../ids';
import type { JsonValue } from '../json';
import { isText, type KindSpec, neverSet } from './kind';
import { stored } from './stored';
import { addressFault } from './web-address';
import { wire } from './wire';

const email = /^[^\s\p{Cc}@<>]+@[^\s\p{Cc}@<>.]+(?:\.[^\s\p{Cc}@<>.]+)+$/u;

export function isEmail(value: JsonValue): value is string {
  return isText(value) && value.length <= 254 && email.test(value);
}

/** What is wrong with an address on the web, as the end of a sentence; null for one, and for none. */
export function webFault(value: JsonValue): string | null {
  return value === '' ? null : addressFault(String(value));
}

/** The same for where a link leads, which may be an app of a person's. */
export function linkFault(value: JsonValue): string | null {
  return value === ''
    ? null
    : addressFault(String(value), { app: true, http: true, login: true, fragment: true });
}

/** NUL, and surrogates without their other half: no service keeps them as they were sent. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const unsendable = /[\u0000\p{Cs}]/u;

const text = {
  schema: z.string(),
  wire: wire.text,
  stored: stored.text,
  blank: '',
  asked: 'text',
  spelling: 'text',
  fault: (value) => {
    if (!isText(value)) return t('must be a text');
    if (unsendable.test(value))
      return t('must not hold characters that cannot be stored (NUL, halves of characters)');
    return value.length > 256 ? t('must not be longer than 256 characters') : null;
  },
} as const satisfies KindSpec<string>;

/** Kinds whose values are texts. Sources: the service's rules for names and slugs (spec, `POST /organizations`). */
export const texts = {
  text,
  /** Many lines, as they are: the words of an email, with their markup. */
  prose: {
    ...text,
    spelling: 'exact',
    fault: (value) =>
      isText(value) && value.length <= 200_000 ? null : t('must be a text of 200,000 characters at the most'),
  },
  /** What a record is called: never empty, and no place for links. */
  name: {
    ...text,
    fault: (value) => {
      const fault = text.fault(value);
      if (fault !== null || !isText(value)) return fault;
      if (value.trim() === '') return t('must not be empty');
      return /[<>]|https?:\/\/|www\./i.test(value) ? t('must not hold markup or links') : null;
    },
  },
  slug: {
    ...text,
    spelling: 'lower',
    fault: (value) =>
      isText(value) && /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(value) && value.length <= 256
        ? null
        : t('may hold lower-case letters, digits and single dashes between them only'),
  },
  /** What a record is told apart by beside its id: `org:admin`. */
  key: {
    ...text,
    wire: wire.key,
    fault: (value) => (value === '' ? t('must not be empty') : text.fault(value)),
  },
  email: {
    ...text,
    spelling: 'lower',
    fault: (value) => (value === '' || isEmail(value) ? null : t('must be an email address, or empty')),
  },
  /** Source: ITU-T E.164. */
  phone: {
    ...text,
    spelling: 'exact',
    fault: (value) =>
      value === '' || (isText(value) && /^\+[1-9]\d{6,14}$/.test(value))
        ? null
        : t('must be a number such as +41791234567, or empty'),
  },
  /** Set and never shown: it stands in no record, and in its creation only until that was sent. */
  secret: {
    ...text,
    spelling: 'exact',
    fault: (value) =>
      isText(value) && value.length >= 8 && value.length <= 1_000
        ? null
        : t('must have 8 characters or more'),
  },
  color: {
    ...text,
    spelling: 'lower',
    fault: (value) =>
      value === '' || (isText(value) && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value))
        ? null
        : t('must be a colour such as #1f6feb, or empty'),
  },
  /** Id of another record that this one cannot be without. */
  ref: {
    schema: RecordId,
    wire: wire.id,
    stored: stored.id,
    blank: '' as RecordId,
    asked: 'text',
    spelling: 'exact',
    fault: neverSet,
  },
  /** Id of another record, '' for none. */
  link: { ...text, stored: stored.id, spelling: 'exact', fault: neverSet },
  /** Key of a role. */
  role: {
    ...text,
    wire: wire.key,
    spelling: 'exact',
    fault: (value, { roles }) => (isText(value) && roles.has(value) ? null : t('must be a role that exists')),
  },
  /** Key of a role set, '' for none. */
  setKey: {
    ...text,
    spelling: 'exact',
    fault: (value, { roleSets }) =>
      isText(value) && (value === '' || roleSets.has(value)) ? null : t('must be a role set that exists'),
  },
} as const satisfies Record<string, KindSpec<string>>;
