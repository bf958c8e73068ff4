import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { openStates } from '@shared/domain/intent';
import { drafts } from '../../reconcile/drafts';
import { openRig } from '../chaos/open-rig';

export interface RestoreOutcome {
  /** Records that the service holds otherwise than before its restore. */
  readonly diverged: number;
  /** Edits hidden, sent without being asked for, or divergence that no history tells, in words. */
  readonly broken: readonly string[];
}

/**
 * The service is set back to a backup of itself after edits of ours were applied. The copy must follow it, tell each record that
 * went back as changed by others, keep what is staged and send nothing.
 */
export async function restoreService(seed: number): Promise<RestoreOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-restore-'));
  const [data, backup] = [join(folder, 'data'), join(folder, 'backup')];
  const options = { world: 'northwind', seed, scale: 0.05, limits: 'none' } as const;
  const rig = await openRig({ seed, service: { dataDir: data } });
  const port = Number(new URL(rig.sandbox.url).port);
  const { store, staging, reconciler } = rig;
  let restored: Awaited<ReturnType<typeof startSandbox>> | null = null;
  try {
    await cp(data, backup, { recursive: true });
    const [first, second, third] = await store.list('organization', []);
    const [member] = await store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
    if (!first || !second || !third || !member) throw new Error('a world has organizations and members');
    await staging.stage([
      drafts.organization(first.id, 'name', 'Renamed since'),
      drafts.organization(second.id, 'branding.tagline', 'Said since'),
      drafts.remove('membership', member.id),
      drafts.create('new_since', { name: 'Made since', slug: 'made-since' }),
    ]);
    const plan = await reconciler.plan();
    if (!plan.ok) throw new Error(plan.error.message);
    await reconciler.apply({ planHash: plan.value.hash, resolutions: {}, onRefusal: 'continue' });
    const made = (await store.list('organization', [])).find(({ name }) => name === 'Made since');
    const { staged } = await staging.stage([drafts.organization(third.id, 'name', 'Still staged')]);
    const sent = rig.writes();

    await rig.sandbox.close();
    await rm(data, { recursive: true });
    await cp(backup, data, { recursive: true });
    restored = await startSandbox({ ...options, dataDir: data, port });
    // For a minute, what is older than our writes could be a read that lags behind them.
    rig.leap(10 * 60_000);
    await rig.sweep();

    const broken: string[] = [];
    const expect = (holds: boolean, otherwise: string): void => {
      if (!holds) broken.push(`seed ${seed}: ${otherwise}`);
    };
    const diverged = [first.id, second.id, member.id, made?.id ?? ''];
    const told = await store.history({ source: 'remote', limit: 500 });
    for (const id of diverged)
      expect(
        told.some(({ recordId }) => recordId === id),
        `history does not tell that ${id} went back`,
      );
    expect((await store.get('organization', first.id))?.name === first.name, 'the copy did not follow');
    expect(made !== undefined && (await store.get('organization', made.id)) === null, 'what is gone shows');
    expect((await store.get('membership', member.id)) !== null, 'what is back does not show');
    expect((await store.get('organization', third.id))?.name === 'Still staged', 'a staged edit is hidden');
    const open = await store.intents({ states: openStates });
    expect(open.length === 1 && open[0]?.id === staged[0]?.id, `open: ${JSON.stringify(open)}`);
    expect(rig.writes() === sent, 'something was sent that nobody asked for');
    return { diverged: diverged.length, broken };
  } finally {
    await rig.close().catch(() => undefined);
    await restored?.close();
    await rm(folder, { recursive: true, force: true });
  }
}
