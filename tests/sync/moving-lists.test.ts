import { expect, test } from 'vitest';
import { moveLists } from '../support/moving/move-lists';

const changes = 1_000;
const walks = [
  { entity: 'membership', path: '/organization_memberships?', seed: 1 },
  { entity: 'user', path: '/users?', seed: 2 },
] as const;

test.each(walks)(
  'the list of every $entity moves during its walk (seed $seed): nothing missing, no ghost',
  async (walk) => {
    const { accepted, afterWalk, afterPass } = await moveLists({ ...walk, scale: 0.2, changes });
    expect(accepted).toBeGreaterThan(changes * 0.6);
    expect(afterWalk).toEqual([]);
    expect(afterPass).toEqual([]);
  },
);
