import { catalogOf, memberThen, placeThen, rowThen } from '@shared/domain/access/access-moment';
import { decideAccess } from '@shared/domain/access/decide-access';
import { setMoves } from '@shared/domain/access/set-moves';
import { blankRecord } from '@shared/domain/blank-record';
import { defaultChangeSetId } from '@shared/domain/change-set';
import type { EntityName } from '@shared/domain/entity';
import { IntentId, RecordId } from '@shared/domain/ids';
import { asStaged, type Intent, type IntentAction } from '@shared/domain/intent';
import { project } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, type Change, type World } from './brute-force';

const roleKeys = ['r0', 'r1', 'r2', 'r3'];
const permissionKeys = ['p0', 'p1', 'p2', 'p3'];
const people = ['u0', 'u1', 'u2', 'u3'];
const places = ['o0', 'o1', 'o2'];
const sets = ['s0', 's1'];

const pick = (of: readonly string[]) => fc.constantFrom(...of);
const worlds: fc.Arbitrary<World> = fc.record({
  roles: fc.dictionary(pick(roleKeys), fc.subarray(permissionKeys), { minKeys: 1, noNullPrototype: true }),
  permissions: fc.subarray(permissionKeys, { minLength: 1 }),
  sets: fc.dictionary(pick(sets), fc.subarray(roleKeys), { noNullPrototype: true }),
  setOf: fc.record(Object.fromEntries(places.map((id) => [id, pick(['', ...sets])]))),
  states: fc.record(
    Object.fromEntries(
      people.map((id) => [
        id,
        fc.record({ banned: fc.boolean(), deprovisioned: fc.boolean(), locked: fc.boolean() }),
      ]),
    ),
  ),
  members: fc.dictionary(
    fc.tuple(pick(places), pick(people)).map(([o, u]) => `${o}/${u}`),
    pick(roleKeys),
    { noNullPrototype: true },
  ),
});
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('grants' as const),
    role: pick(roleKeys),
    permissions: fc.subarray(permissionKeys),
  }),
  fc.record({ kind: fc.constant('ban' as const), person: pick(people), banned: fc.boolean() }),
  fc.record({
    kind: fc.constant('role' as const),
    member: fc.tuple(pick(places), pick(people)),
    role: pick(roleKeys),
  }),
  fc.record({ kind: fc.constant('remove' as const), member: fc.tuple(pick(places), pick(people)) }),
  fc.record({
    kind: fc.constant('add' as const),
    member: fc.tuple(pick(places), pick(people)),
    role: pick(roleKeys),
  }),
  fc.record({ kind: fc.constant('leave' as const), what: pick([...people, ...places, ...permissionKeys]) }),
  fc.record({
    kind: fc.constant('replaceRole' as const),
    set: pick(sets),
    from: pick(roleKeys),
    to: pick(roleKeys),
  }),
  fc.record({
    kind: fc.constant('replaceSet' as const),
    set: pick(sets),
    by: pick(sets),
    roles: fc.dictionary(pick(roleKeys), pick(roleKeys), { noNullPrototype: true }),
  }),
);

let seq = 0;
function intentOf(entity: EntityName, recordId: RecordId, action: IntentAction): Intent {
  seq += 1;
  return {
    ...asStaged,
    id: IntentId.parse(`int_${seq}`),
    seq,
    stagedAt: 1,
    changeSetId: defaultChangeSetId,
    gesture: 'g',
    entity,
    recordId,
    label: '',
    organizationId: '',
    action,
  };
}

/** The world as the store would have it: rows of the service with what is staged laid over them. */
function stored(world: World, staged: readonly Change[]) {
  const intents = new Map<string, Intent[]>();
  const say = (entity: EntityName, id: string, action: IntentAction): void => {
    const key = `${entity}:${id}`;
    intents.set(key, [...(intents.get(key) ?? []), intentOf(entity, RecordId.parse(id), action)]);
  };
  const update = (field: string, value: never): IntentAction => ({
    verb: 'update',
    field,
    base: null,
    value,
  });
  const created = new Set<string>();
  for (const change of staged)
    switch (change.kind) {
      case 'grants':
        say('role', change.role, update('permissionKeys', change.permissions as never));
        break;
      case 'ban':
        say('user', change.person, update('banned', change.banned as never));
        break;
      case 'role':
        say('membership', change.member.join('/'), update('role', change.role as never));
        break;
      case 'remove':
        say('membership', change.member.join('/'), { verb: 'delete', base: {} });
        break;
      case 'add': {
        const id = change.member.join('/');
        if (world.members[id] !== undefined || created.has(id)) break;
        created.add(id);
        const [organizationId, userId] = change.member;
        say('membership', `new_${id}`, {
          verb: 'create',
          values: { organizationId, userId, role: change.role },
        });
        break;
      }
      case 'leave':
        say(
          change.what.startsWith('u') ? 'user' : change.what.startsWith('o') ? 'organization' : 'permission',
          change.what,
          { verb: 'delete', base: { key: change.what } },
        );
        break;
      case 'replaceRole': {
        const { from, to } = change;
        say('roleSet', change.set, {
          verb: 'perform',
          operation: 'replaceRole',
          values: { from, to },
          base: {},
        });
        break;
      }
      case 'replaceSet': {
        const { by, roles: mappings } = change;
        say('roleSet', change.set, {
          verb: 'perform',
          operation: 'replace',
          values: { by, mappings },
          base: {},
        });
      }
    }
  const rows = <E extends EntityName>(entity: E, made: Readonly<Record<string, Partial<RemoteRecord<E>>>>) =>
    [...new Set([...Object.keys(made), ...[...created].map((id) => `new_${id}`)])].flatMap(
      (id): StoredRecord<E>[] => {
        const values = made[id];
        const remote =
          values && ({ ...blankRecord(entity, RecordId.parse(id), 1), ...values } as RemoteRecord<E>);
        const row = project(entity, remote ?? null, intents.get(`${entity}:${id}`) ?? [], {
          hash: '',
          sweep: 0,
          fetchedAt: 0,
        });
        return row === null ? [] : [row];
      },
    );
  const keyed = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, { key, name: key }]));
  return {
    grants: rows(
      'role',
      Object.fromEntries(
        Object.entries(world.roles).map(([key, held]) => [
          key,
          { key, name: key, permissionKeys: [...held] },
        ]),
      ),
    ),
    defined: rows('permission', keyed(world.permissions)),
    sets: rows(
      'roleSet',
      Object.fromEntries(
        Object.entries(world.sets).map(([key, held]) => [key, { key, name: key, roleKeys: [...held] }]),
      ),
    ),
    homes: rows(
      'organization',
      Object.fromEntries(places.map((id) => [id, { name: id, roleSetKey: world.setOf[id] ?? '' }])),
    ),
    persons: rows('user', Object.fromEntries(people.map((id) => [id, { name: id, ...world.states[id] }]))),
    members: rows(
      'membership',
      Object.fromEntries(
        Object.entries(world.members).map(([id, role]) => {
          const [organizationId = '', userId = ''] = id.split('/');
          return [
            id,
            { organizationId: RecordId.parse(organizationId), userId: RecordId.parse(userId), role },
          ];
        }),
      ),
    ),
    moves: setMoves(new Map(Object.keys(world.sets).map((key) => [key, key])), [...intents.values()].flat()),
  };
}

test('access is what a plain model of 10,000 random worlds says, before and after what is staged', () => {
  let [allowed, denied] = [0, 0];
  fc.assert(
    fc.property(worlds, fc.array(changes, { maxLength: 6 }), fc.boolean(), (world, staged, after) => {
      const made = stored(world, staged);
      const moves = after ? made.moves : [];
      const then = <E extends EntityName>(entity: E, rows: readonly StoredRecord<E>[]) =>
        rows.map((row) => rowThen(entity, row, after)).filter((row) => row !== null);
      const catalog = catalogOf({
        grants: then('role', made.grants),
        defined: then('permission', made.defined),
        sets: then('roleSet', made.sets),
        givers: [],
        connections: [],
        singletons: [],
        apps: [],
      });
      const model = bruteForce(world, after ? staged : []);
      for (const userId of people)
        for (const organizationId of places) {
          const person = made.persons.find(({ id }) => id === userId);
          const home = made.homes.find(({ id }) => id === organizationId);
          const row = made.members.find(
            (each) => each.userId === userId && each.organizationId === organizationId,
          );
          for (const permissionKey of permissionKeys) {
            const answer = decideAccess(catalog, {
              person: person === undefined ? null : rowThen('user', person, after),
              place: home === undefined ? null : placeThen(home, after, moves),
              member: row === undefined ? null : memberThen(row, after, { moves, home, person }),
              permissionKey,
            });
            const expected = model(userId, permissionKey, organizationId);
            const barred = answer.blockers.some(({ bars }) => bars);
            const arrives = answer.path.at(-1)?.entity === 'permission';
            if (answer.allowed !== expected || barred === expected || (expected && !arrives))
              expect.fail(`${userId} ${permissionKey} ${organizationId}: ${JSON.stringify(answer)}`);
            if (expected) allowed += 1;
            else denied += 1;
          }
        }
    }),
    { numRuns: 10_000 },
  );
  expect([allowed > 10_000, denied > 10_000]).toEqual([true, true]);
}, 240_000);
