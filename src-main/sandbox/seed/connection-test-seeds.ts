import { type ConnectionTest, outcomeOf } from '../lists/connection-tests';
import type { EnterpriseConnection } from '../lists/enterprise-connections';
import { connectionsOf } from './directory-seeds';
import type { SmallSeed, SmallSeeds } from './seed-context';

const day = 86_400_000;

/** Most connections were tried, lately: those whose certificate has ended fail. */
export const connectionTestSeeds: SmallSeeds = {
  kind: 'connectionTest',
  prefix: 'entest',
  records: (context, random) =>
    connectionsOf(context).flatMap(({ id, data, at: since }): SmallSeed[] => {
      const tried = random.chance(0.8);
      const at = random.int(Math.max(since, context.anchor - 2 * day), context.anchor);
      const held = JSON.parse(data) as EnterpriseConnection;
      const test: ConnectionTest = { connection: id, ...outcomeOf(held, at) };
      return tried ? [{ at, data: test }] : [];
    }),
};
