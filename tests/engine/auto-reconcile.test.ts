import { setTimeout as sleep } from 'node:timers/promises';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import { openEngine } from '@main/engine/open-engine';
import { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { expect, it, onTestFinished } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { databaseKey, startWorld } from '../sync/sync-rig';

it('auto-reconcile is off until it is turned on, then sends only clean steps of low risk, none that lacks an approval asked for', async () => {
  const sandbox = await startWorld();
  const engine = valueIn(
    await openEngine({
      directory: await temporaryFolder(),
      databaseKey,
      apiKey: sandbox.secretKey,
      url: `${sandbox.url}/v1`,
      workspace: { id: 'test', name: 'Test', scenario: 'b2b' },
      fetch,
    }),
  );
  onTestFinished(() => engine.close());
  valueIn(await waitForSweep(engine));
  const { rows } = valueIn(await engine.call('page', { entity: 'organization', limit: 3 }));
  const [clean, contested, limits] = rows.map(({ id }) => RecordId.parse(id));
  if (clean === undefined || contested === undefined || limits === undefined)
    throw new Error('a small world');
  valueIn(
    await engine.call('stage', {
      drafts: [
        drafts.organization(clean, 'branding.tagline', 'Calm'),
        drafts.organization(contested, 'name', 'Mine'),
        drafts.organization(limits, 'maxAllowedMemberships', 900),
      ],
    }),
  );
  await sandbox.control.edit([{ organization: contested, set: { name: 'Theirs' } }]);
  const open = async (): Promise<readonly string[]> =>
    valueIn(await engine.call('intents', { states: [...openStates] })).map(({ recordId }) => recordId);
  /** A sweep, and then as long as edits still go. */
  const settled = async (): Promise<void> => {
    valueIn(await waitForSweep(engine));
    let before = await open();
    for (let quiet = 0; quiet < 10; quiet += 1) {
      await sleep(100);
      const now = await open();
      if (now.length < before.length) quiet = 0;
      before = now;
    }
  };
  await settled();
  expect(await open()).toHaveLength(3);
  valueIn(await engine.call('setAutoReconcile', { on: true }));
  valueIn(await engine.call('requireApproval', { on: true }));
  expect(valueIn(await engine.call('status', {}))).toMatchObject({
    autoReconcile: true,
    approvalRequired: true,
  });
  await settled();
  expect(await open()).toHaveLength(3);
  valueIn(await engine.call('requireApproval', { on: false }));
  await settled();
  expect(await open()).toEqual([contested, limits]);
});
