import { t } from '../../language/t';
import { providerWords } from '../config-field';
import { type JsonValue, textsIn } from '../json';
import {
  count,
  email,
  flag,
  image,
  itsOwn,
  json,
  limit,
  link,
  list,
  phone,
  secret,
  text,
  time,
  times,
} from '../kinds/field';
import { backend, by, model } from '../kinds/model';
import { userActs } from './user-acts';

/** What a person is called: first and last name, else username, else email, else id: never empty. */
export function personName(person: Readonly<Record<string, JsonValue>>): string {
  const { firstName = '', lastName = '', username, email, id } = person;
  return `${firstName} ${lastName}`.trim() || String(username || email || id);
}

/** A name to sign in with is one word, and no address (source: Clerk's documentation, "Username"). */
const usernameFault = (value: JsonValue): string | null =>
  /[\s\p{C}@]/u.test(String(value)) ? t('must not hold blanks or @') : null;

/** Of a person's addresses or numbers those that were proven to be theirs. */
const verified =
  (field: 'emails' | 'phones') =>
  ({ [field]: all, unverified }: Readonly<Record<string, JsonValue>>): readonly string[] => {
    return textsIn(all).filter((each) => !textsIn(unverified).includes(each));
  };

/** A user. Texts that are not set are '', times that are not set are 0. */
export const user = model({
  name: 'user',
  found: 3,
  words: { one: t('person'), many: t('people') },
  home: { screen: 'people' },
  shape: 'round',
  spec: backend('User'),
  scenarios: ['b2c', 'b2b'],
  collection: 'users',
  sort: by('name'),
  namedBy: { keys: [['email'], ['username'], ['externalId'], ['phone']] },
  indexes: [['name'], ['email'], ['username'], ['lastActiveAt'], ['lastSignInAt'], ['createdAt'], ['state']],
  fields: {
    /** First and last name, else username, else email, else id: never empty. */
    name: text({
      column: 'wide',
      label: t('Name'),
      from: ['first_name', 'last_name', 'username'],
      follows: { of: ['firstName', 'lastName', 'username', 'email'], by: personName },
      search: 1,
      sorted: true,
      blank: itsOwn,
    }),
    email: email({
      single: true,
      heldIn: 'emails',
      column: 'wide',
      label: t('Email'),
      from: ['email_addresses', 'primary_email_address_id'],
      create: true,
      edit: true,
      among: { of: verified('emails'), says: t('must be one of their verified addresses') },
      search: 2,
    }),
    firstName: text({ label: t('First name'), wire: 'first_name', create: true, edit: true }),
    lastName: text({ label: t('Last name'), wire: 'last_name', create: true, edit: true }),
    username: text({
      label: t('Username'),
      wire: 'username',
      create: true,
      edit: true,
      search: 3,
      anyCase: true,
      single: true,
      fault: usernameFault,
    }),
    /** Id of the person in the customer's own systems. */
    externalId: text({
      label: t('External id'),
      wire: 'external_id',
      create: true,
      edit: true,
      late: true,
      single: true,
    }),
    /** All addresses, the primary one first. */
    emails: list({ label: t('Email addresses'), from: ['email_addresses'], search: 4, late: true }),
    phone: phone({
      single: true,
      heldIn: 'phones',
      label: t('Phone'),
      from: ['phone_numbers', 'primary_phone_number_id'],
      create: true,
      edit: true,
      among: { of: verified('phones'), says: t('must be one of their verified numbers') },
    }),
    phones: list({ label: t('Phone numbers'), from: ['phone_numbers'], search: 5, late: true }),
    /** Addresses and numbers that nobody proved to hold. */
    unverified: list({ label: t('Not verified'), from: ['email_addresses', 'phone_numbers'], late: true }),
    /** Address of their own picture, '' where they have none: what the service draws for them instead is not theirs. */
    picture: image({ label: t('Picture'), from: ['has_image', 'image_url'], edit: true, late: true }),
    /** Language that they are written to in, as a BCP 47 tag. */
    locale: text({ plain: true, label: t('Language'), wire: 'locale', create: true, edit: true, late: true }),
    passwordEnabled: flag({ label: t('Password'), wire: 'password_enabled', late: true }),
    legalAcceptedAt: time({
      label: t('Accepted the terms'),
      wire: 'legal_accepted_at',
      edit: true,
      late: true,
    }),
    banned: flag({ label: t('Banned'), wire: 'banned', edit: true }),
    locked: flag({ label: t('Locked'), wire: 'locked', edit: true }),
    /** Taken out by the directory, and kept from signing in. */
    deprovisioned: flag({ label: t('Deprovisioned'), wire: 'deprovisioned', late: true }),
    /** The directory that manages this person (SCIM), ''. What it provides is put back at its next sync. */
    directoryId: link({ to: 'directory', label: t('Directory'), from: ['scim'], late: true, decides: true }),
    twoFactorEnabled: flag({ label: t('Second factor'), wire: 'two_factor_enabled' }),
    /** What a second factor of theirs is, by the names that the config has for them. */
    secondFactors: list({
      label: t('Second factors'),
      from: ['totp_enabled', 'backup_code_enabled', 'phone_numbers'],
      plain: true,
      says: {
        authenticator_app: t('Authenticator app'),
        phone_code: t('Code by text message'),
        backup_code: t('Backup codes'),
      },
      late: true,
    }),
    /** Providers that they sign in with, as the service names them: `oauth_google`. */
    providers: list({
      label: t('Connected accounts'),
      from: ['external_accounts'],
      says: providerWords,
      late: true,
    }),
    passkeys: count({ label: t('Passkeys'), from: ['passkeys'], late: true }),
    createOrganizationEnabled: flag({
      label: t('May create organizations'),
      wire: 'create_organization_enabled',
      blank: () => true,
      edit: true,
    }),
    createOrganizationsLimit: limit({
      label: t('Organizations they may create'),
      wire: 'create_organizations_limit',
      create: true,
      edit: true,
      late: true,
    }),
    deleteSelfEnabled: flag({
      label: t('May delete their own account'),
      wire: 'delete_self_enabled',
      blank: () => true,
      edit: true,
      late: true,
    }),
    publicMetadata: json({
      label: t('Public metadata'),
      wire: 'public_metadata',
      create: true,
      rare: true,
      edit: true,
    }),
    privateMetadata: json({
      label: t('Private metadata'),
      wire: 'private_metadata',
      create: true,
      rare: true,
      edit: true,
      late: true,
    }),
    unsafeMetadata: json({
      label: t('Unsafe metadata'),
      wire: 'unsafe_metadata',
      create: true,
      rare: true,
      edit: true,
      late: true,
    }),
    lastSignInAt: time({ label: t('Last sign-in'), wire: 'last_sign_in_at', derived: true }),
    lastActiveAt: time({ label: t('Last active'), wire: 'last_active_at', derived: true }),
    ...times,
  },
  computed: {
    version: 1,
    fields: {
      /** Banned, locked or deprovisioned: few of many, found by an index. */
      barred: flag({ label: t('Cannot sign in'), derived: true }),
    },
    indexes: [['barred']],
    of: ({ banned, locked, deprovisioned }) => ({ barred: banned || locked || deprovisioned === true }),
  },
  said: { password: secret({ label: t('Password'), wire: 'password', create: true }) },
  acts: userActs,
  beside: { organizations: { count: 'membership', by: 'userId', label: t('Organizations') } },
  label: ({ id, name }) => name || id,
  trend: { says: t('People') },
  ignored: {
    object: 'says what it is',
    primary_web3_wallet_id: 'wallets are not shown',
    profile_image_url: 'the older name of image_url',
    web3_wallets: 'not shown',
    mfa_enabled_at: 'not shown yet',
    mfa_disabled_at: 'not shown yet',
    password_last_updated_at: 'not shown yet',
    saml_accounts: 'the older name of enterprise_accounts',
    enterprise_accounts: 'not shown yet',
    organization_memberships: 'memberships are records of their own',
    lockout_expires_in_seconds: 'runs down by itself',
    verification_attempts_remaining: 'the service’s own count',
    bypass_client_trust: 'the service’s own',
  },
});
