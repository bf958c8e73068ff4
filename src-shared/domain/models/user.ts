import { flag, itsOwn, json, list, text, time, times } from '../kinds/field';
import { backend, by, model } from '../kinds/model';

/** A user. Texts that are not set are '', times that are not set are 0. */
export const user = model({
  name: 'user',
  words: { one: 'person', many: 'people' },
  spec: backend('User'),
  scenarios: ['b2c', 'b2b'],
  collection: 'users',
  sort: by('name'),
  indexes: [['name'], ['email'], ['username'], ['lastActiveAt'], ['lastSignInAt'], ['createdAt'], ['state']],
  fields: {
    /** First and last name, else username, else email, else id: never empty. */
    name: text({
      label: 'Name',
      from: ['first_name', 'last_name', 'username'],
      search: 1,
      sorted: true,
      blank: itsOwn,
    }),
    firstName: text({ label: 'First name', wire: 'first_name' }),
    lastName: text({ label: 'Last name', wire: 'last_name' }),
    username: text({ label: 'Username', wire: 'username', search: 3 }),
    email: text({
      label: 'Email',
      from: ['email_addresses', 'primary_email_address_id'],
      search: 2,
    }),
    /** All addresses, the primary one first. */
    emails: list({ label: 'Email addresses', from: ['email_addresses'], search: 4, late: true }),
    phone: text({ label: 'Phone', from: ['phone_numbers', 'primary_phone_number_id'] }),
    phones: list({ label: 'Phone numbers', from: ['phone_numbers'], search: 5, late: true }),
    banned: flag({ label: 'Banned', wire: 'banned' }),
    locked: flag({ label: 'Locked', wire: 'locked' }),
    /** Taken out by the directory, and kept from signing in. */
    deprovisioned: flag({ label: 'Deprovisioned', wire: 'deprovisioned', late: true }),
    /** The directory that manages this person (SCIM), ''. What it provides is put back at its next sync. */
    directoryId: text({ label: 'Directory', from: ['scim'], late: true }),
    twoFactorEnabled: flag({ label: 'Second factor', wire: 'two_factor_enabled' }),
    createOrganizationEnabled: flag({
      label: 'May create organizations',
      wire: 'create_organization_enabled',
    }),
    publicMetadata: json({ label: 'Public metadata', wire: 'public_metadata' }),
    lastSignInAt: time({ label: 'Last sign-in', wire: 'last_sign_in_at', derived: true }),
    lastActiveAt: time({ label: 'Last active', wire: 'last_active_at', derived: true }),
    ...times,
  },
  label: ({ id, name }) => name || id,
  ignored: {},
});
