import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom } from '../database/random';
import type { Names } from './create-names';
import type { SeedContext } from './seed-context';

/** A seeded user as the later steps need it. */
export type SeededUser = { readonly id: string; readonly createdAt: number };

const day = 86_400_000;
const personalDomains = ['mailbox.example', 'post.example', 'inbox.example', 'letters.example'];
const locales = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'sv-SE'];

const localPart = (first: string, last: string): string =>
  `${first}.${last}`.toLowerCase().replace(/[^a-z.]+/g, '');

/**
 * Seeds the users of an instance.
 *
 * @param homes mail domain of each user by index; users without one have a personal address.
 */
export const seedUsers = (
  { db, instance, application, stream, anchor }: SeedContext,
  names: Names,
  homes: ReadonlyMap<number, string>,
): readonly SeededUser[] => {
  const random = createRandom(`${stream}/users`);
  const taken = new Map<string, number>();
  const rows = Array.from({ length: application.counts.users }, (_, index) => {
    const { first, last } = names.person();
    const address = `${localPart(first, last)}@${homes.get(index) ?? random.pick(personalDomains)}`;
    const times = (taken.get(address) ?? 0) + 1;
    taken.set(address, times);
    const createdAt = anchor - random.int(2 * day, 3 * 365 * day);
    const signedIn = random.chance(0.93);
    const lastSignIn = signedIn ? random.int(Math.max(createdAt, anchor - 400 * day), anchor) : null;
    const phone = random.chance(0.12) ? `+1555${String(index).padStart(7, '0')}` : null;
    const titled = random.chance(0.2);
    return {
      id: makeId('user', createdAt, random),
      first_name: first,
      last_name: random.chance(0.01) ? null : last,
      username: random.chance(0.3) ? `${localPart(first, last).replace('.', '_')}${index}` : null,
      external_id: random.chance(0.25) ? `crm-${String(index).padStart(6, '0')}` : null,
      email: times === 1 ? address : address.replace('@', `${times}@`),
      email_id: makeId('idn', createdAt, random),
      phone,
      phone_id: phone === null ? null : makeId('idn', createdAt, random),
      locale: random.chance(0.5) ? random.pick(locales) : null,
      has_image: random.chance(0.4) ? 1 : 0,
      banned: random.chance(0.008) ? 1 : 0,
      locked: random.chance(0.006) ? 1 : 0,
      password_enabled: random.chance(0.7) ? 1 : 0,
      two_factor_enabled: random.chance(0.22) ? 1 : 0,
      delete_self_enabled: 1,
      create_organization_enabled: random.chance(0.9) ? 1 : 0,
      create_organizations_limit: random.chance(0.05) ? random.int(1, 5) : null,
      bypass_client_trust: 0,
      public_metadata: titled ? JSON.stringify({ locale_hint: random.pick(locales) }) : '{}',
      private_metadata: '{}',
      unsafe_metadata: '{}',
      last_sign_in_at: lastSignIn,
      last_active_at: lastSignIn === null ? null : lastSignIn - (lastSignIn % day),
      legal_accepted_at: random.chance(0.6) ? createdAt : null,
      created_at: createdAt,
      updated_at: random.int(createdAt, anchor),
    };
  });
  insertRows(db, 'users', instance, rows);
  return rows.map(({ id, created_at }) => ({ id, createdAt: created_at }));
};
