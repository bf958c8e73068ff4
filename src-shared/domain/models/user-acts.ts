import { t } from '../../language/t';
import { type JsonObject, type JsonValue, textsIn } from '../json';
import type { Act } from '../kinds/act';
import { email, phone } from '../kinds/field';

/** Addresses and numbers that nobody proved to hold, of both kinds. */
const unverified = (record: JsonObject): readonly string[] => textsIn(record.unverified);
const without = (all: readonly string[], one: JsonValue | undefined): string[] =>
  all.filter((each) => each !== one);

interface Contact {
  /** The field that holds the primary one, and the one that holds all. */
  readonly one: 'email' | 'phone';
  readonly all: 'emails' | 'phones';
  readonly labels: { readonly add: string; readonly verify: string; readonly remove: string };
  /** Why it cannot be done to one that they do not have. */
  readonly absent: (given: string) => string;
}

const takes = {
  email: email({ label: t('Email address') }),
  phone: phone({ label: t('Phone number') }),
} as const;

/** What is done to somebody's addresses or numbers (spec: `/email_addresses`, `/phone_numbers`). */
const contactActs = ({
  one,
  all,
  labels,
  absent: notTheirs,
}: Contact): Readonly<Record<'add' | 'verify' | 'remove', Act>> => {
  const values = { [one]: takes[one] };
  const has = (record: JsonObject, { [one]: value }: JsonObject): boolean =>
    textsIn(record[all]).includes(String(value));
  const absent = (record: JsonObject, given: JsonObject): string | null =>
    has(record, given) ? null : notTheirs(String(given[one]));
  return {
    add: {
      label: labels.add,
      says: t('It can be used once it is verified, by themselves or from here.'),
      values,
      gains: one,
      // The first one becomes the primary one.
      shows: (record, { [one]: value = '' }) => ({
        [one]: record[one] || value,
        [all]: [...without(textsIn(record[all]), value), value],
        unverified: [...without(unverified(record), value), value],
      }),
      done: has,
      undo: (given) => ({ operation: `remove${named(one)}`, values: given }),
    },
    verify: {
      label: labels.verify,
      says: t('It counts as theirs, and they can sign in with it.'),
      values,
      shows: (record, { [one]: value }) => ({ unverified: without(unverified(record), value) }),
      done: (record, given) => has(record, given) && !unverified(record).includes(String(given[one])),
      fault: absent,
      undo: () => t('What was verified stays verified.'),
    },
    remove: {
      label: labels.remove,
      says: t('They can no longer sign in with it.'),
      values,
      loses: one,
      shows: (record, { [one]: value }) => ({
        [one]: record[one] === value ? '' : (record[one] ?? ''),
        [all]: without(textsIn(record[all]), value),
        unverified: without(unverified(record), value),
      }),
      done: (record, given) => !has(record, given),
      fault: (record, { [one]: value }) => {
        if (record[one] !== value) return null;
        if (textsIn(record[all]).length > 1)
          return t('{value} is the primary one: make another one primary first.', { value: String(value) });
        const others = ['email', 'phone', 'username'].filter((known) => known !== one && record[known]);
        return others.length > 0
          ? null
          : t('{value} is all that they can sign in with.', { value: String(value) });
      },
      undo: (given) => ({
        operation: `add${named(one)}`,
        values: given,
        caveat: t('{given} comes back unverified.', { given: String(given[one]) }),
      }),
    },
  };
};

const named = (one: string): string => `${one[0]?.toUpperCase()}${one.slice(1)}`;

const emails = contactActs({
  one: 'email',
  all: 'emails',
  labels: {
    add: t('Add email address'),
    verify: t('Verify email address'),
    remove: t('Remove email address'),
  },
  absent: (given) => t('{given} is not among their emails.', { given }),
});
const phones = contactActs({
  one: 'phone',
  all: 'phones',
  labels: { add: t('Add phone number'), verify: t('Verify phone number'), remove: t('Remove phone number') },
  absent: (given) => t('{given} is not among their phones.', { given }),
});

/** What can be done to a person. Source: spec, `/users/{user_id}/mfa`, `/remove_password`, `/password/…`, `/sessions`. */
export const userActs: Readonly<Record<string, Act>> = {
  revokeSessions: {
    label: t('Sign out everywhere'),
    says: t('Every session ends, on all devices. They can sign in again.'),
    shows: () => ({}),
    undo: () => t('Whoever was signed out signs in again by themselves.'),
  },
  resetMfa: {
    label: t('Reset second factors'),
    says: t(
      'Authenticator, text messages and backup codes are taken away. They set up a second factor anew.',
    ),
    shows: () => ({ twoFactorEnabled: false, secondFactors: [] }),
    undo: () => t('A second factor is set up by the person themselves.'),
  },
  setPasswordCompromised: {
    label: t('Mark password as compromised'),
    says: t('At the next sign-in they must set a new password.'),
    shows: () => ({}),
    fault: ({ passwordEnabled }) => (passwordEnabled === false ? t('They have no password.') : null),
    undo: () => ({ operation: 'unsetPasswordCompromised', values: {} }),
  },
  unsetPasswordCompromised: {
    label: t('Trust the password again'),
    says: t('They need not set a new password at the next sign-in.'),
    shows: () => ({}),
    fault: ({ passwordEnabled }) => (passwordEnabled === false ? t('They have no password.') : null),
    undo: () => ({ operation: 'setPasswordCompromised', values: {} }),
  },
  removePassword: {
    label: t('Remove password'),
    says: t('They sign in another way, or set a new password.'),
    shows: () => ({ passwordEnabled: false }),
    undo: () => t('The password is not known here: the person sets a new one.'),
  },
  addEmail: emails.add,
  verifyEmail: emails.verify,
  removeEmail: emails.remove,
  addPhone: phones.add,
  verifyPhone: phones.verify,
  removePhone: phones.remove,
};
