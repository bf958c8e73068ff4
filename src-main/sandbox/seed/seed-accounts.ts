import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom } from '../database/random';
import type { SeedContext } from './seed-context';
import type { SeededUser } from './seed-users';

/** Links every sixth user or so to an account at a provider. A stream of its own: the users stay as they are. */
export const seedAccounts = ({ db, instance, stream }: SeedContext, users: readonly SeededUser[]): void => {
  const random = createRandom(`${stream}/accounts`);
  const linked = users.filter(() => random.chance(0.16));
  insertRows(
    db,
    'identifications',
    instance,
    linked.map(({ id, createdAt }) => ({
      user_id: id,
      id: makeId('idn', createdAt, random),
      kind: 'external_account',
      value: String(random.int(10 ** 14, 10 ** 15)),
      provider: random.pick(['oauth_google', 'oauth_google', 'oauth_microsoft', 'oauth_github']),
      reserved: 0,
      is_primary: 0,
      created_at: createdAt,
    })),
  );
};
