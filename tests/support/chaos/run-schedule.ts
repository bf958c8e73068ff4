import { readField } from '@shared/domain/field-path';
import { openStates } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import type { ChaosRig } from './open-rig';
import { randomDrafts } from './random-drafts';
import { faultName, randomFaults } from './random-faults';
import { seededRandom } from './seeded-random';

const tables = ['organizations', 'memberships', 'invitations'] as const;
/** Rounds until all must be settled; the weather clears after so many of them. */
const rounds = 12;
const stormy = 6;
/** Share of the answers that differ as the spec allows, while the weather lasts. */
const mutated = 0.5;

/**
 * One schedule: some edits, some faults, answers that differ as the spec allows, and reconciling again and again. Throws when an edit stays open, when it took
 * effect more or less than once, or when the copy differs from the service. `fired`: counts hits by kind of fault.
 *
 * A creation that the network delivers twice is refused with the second answer, "taken", and stays so: nothing tells our own
 * first delivery from a colleague's creation. Its admin sees both, and gives the edit up.
 */
export async function runSchedule(rig: ChaosRig, seed: number, fired: Map<string, number>): Promise<void> {
  const random = seededRandom(seed);
  const { store, staging, reconciler, sandbox, port } = rig;
  const { drafts, grows } = await randomDrafts(rig, random);
  const before = await countRows(rig);
  const report = await staging.stage(drafts);
  const [rejected] = report.rejected;
  if (rejected !== undefined) throw new Error(`seed ${seed}: ${JSON.stringify(rejected)}`);
  const names = new Map<string, string>();
  for (const fault of randomFaults(random))
    names.set(await sandbox.control.addFault(fault), faultName(fault));
  rig.mutator.storm(mutated);
  for (let round = 0; round < rounds; round += 1) {
    if (round === stormy) await clear();
    if ((await store.intents({ states: openStates })).length === 0) break;
    const plan = await reconciler.plan();
    if (plan.ok)
      await reconciler.apply({ planHash: plan.value.hash, resolutions: {}, onRefusal: 'continue' });
  }
  await clear();
  if ([...names.values()].includes('duplicate')) await giveUpTaken();
  const open = await store.intents({ states: openStates });
  const told = `seed ${seed}, faults ${[...names.values()].join(', ')}: `;
  if (open.length > 0)
    throw new Error(
      `${told}still open ${JSON.stringify(open.map(({ state, action, outcome }) => ({ state, action, outcome })))}`,
    );
  // An answer to a write that was changed on its way stands in the copy until the record is read again.
  await rig.sweep();
  const after = await countRows(rig);
  for (const table of tables)
    if (after[table] - before[table] !== grows[table])
      throw new Error(`${told}${table} grew by ${after[table] - before[table]}, not by ${grows[table]}`);
  for (const { entity, recordId, action } of await store.intents({
    ids: report.staged.map(({ id }) => id),
  })) {
    if (action.verb !== 'update') continue;
    const row = await store.get(entity, recordId);
    if (row === null || row.state !== 'synced')
      throw new Error(`${told}${recordId} is ${row?.state ?? 'gone'}`);
    const read = await port.fetchOne(entity, row);
    const held = read.ok && read.value !== null ? readField(read.value, action.field) : undefined;
    if (!jsonEqual(held, action.value)) throw new Error(`${told}${recordId} holds ${JSON.stringify(held)}`);
  }

  async function giveUpTaken(): Promise<void> {
    const refused = await store.intents({ states: ['refused'] });
    const taken = refused.filter(
      ({ entity, action, outcome }) =>
        entity === 'organization' && action.verb === 'create' && outcome?.code === 'form_identifier_exists',
    );
    await staging.withdraw(taken.map(({ id }) => id));
  }

  async function clear(): Promise<void> {
    rig.mutator.calm();
    for (const { id, fired: hits } of await sandbox.control.faults()) {
      const name = names.get(id) ?? '';
      fired.set(name, (fired.get(name) ?? 0) + hits);
    }
    await sandbox.control.clearFaults();
  }
}

async function countRows({ sandbox }: ChaosRig): Promise<Record<(typeof tables)[number], number>> {
  const { rows } = await sandbox.control.state();
  const [own = {}] = Object.values(rows);
  return {
    organizations: own.organizations ?? 0,
    memberships: own.memberships ?? 0,
    invitations: own.invitations ?? 0,
  };
}
