import { provisionalId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

it('a template is deleted once all is taken over from it, and stays where a list was refused', async () => {
  const fleet = await openFleet();
  const named = async (name: string) => (await fleet.rows('application')).filter((row) => row.name === name);
  const [template] = await named('Ashford University');
  if (template === undefined) throw new Error('there is no template');
  const shown = (await fleet.ask(`/platform/applications/${template.id}?include_secret_keys=true`)) as {
    readonly instances: readonly { readonly environment_type: string; readonly secret_key: string }[];
  };
  const production = shown.instances.find((each) => each.environment_type === 'production');
  const url = { method: 'POST', body: JSON.stringify({ url: 'https://ashford.example/app' }) };
  await fleet.ask('/redirect_urls', url, production?.secret_key ?? '');
  await fleet.stage({ entity: 'application', recordId: template.id, action: { verb: 'delete' } });
  const deletion = (await fleet.plan()).steps[0]?.intentId ?? '';
  await fleet.stage({
    entity: 'application',
    recordId: provisionalId('vale'),
    action: { verb: 'create', values: { name: 'Vale', from: template.id } },
  });
  const planned = (await fleet.plan()).steps.find(({ intentId }) => intentId === deletion);
  expect(planned?.dependsOn).toHaveLength(1);

  fleet.refuse(/redirect_urls$/);
  const report = await fleet.reconcile();
  // The settings that a plan of this sandbox does not pay for are refused as well, and hold nothing.
  expect(report).toMatchObject({ refused: 2, left: 1 });
  expect(fleet.writes().filter((asked) => asked.startsWith('DELETE'))).toEqual([]);
  const held = (await fleet.plan()).steps.find(({ intentId }) => intentId === deletion);
  expect(held).toMatchObject({ verdict: 'blocked' });

  fleet.heal();
  const refused = (await fleet.plan()).steps.find(({ field }) => field === 'takeSetup');
  valueIn(await fleet.engine.call('withdraw', { intentIds: [refused?.intentId as never] }));
  expect(await fleet.reconcile()).toMatchObject({ applied: 1, left: 0 });
  await fleet.sync();
  expect(await named('Ashford University')).toEqual([]);
  expect(await named('Vale')).toHaveLength(1);
});
