import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

it('logo and favicon are set and removed unseen, asked for again where an answer was lost, and told without their bytes', async () => {
  const fleet = await openFleet();
  const [first] = await fleet.rows('application');
  if (first === undefined) throw new Error('there is no application');
  const { id } = first;
  const bytes =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';
  const image = `data:image/png;base64,${bytes}`;
  const act = (operation: string, values: JsonObject = {}): IntentDraft => ({
    entity: 'application',
    recordId: id,
    action: { verb: 'perform', operation, values },
  });
  const icon = 'data:image/x-icon;base64,AAABAAEAEBAAAAEAIABoBAAAFgAAACgAAAAQAAAAIAAAAAEAGAAA';
  const wrong = await fleet.stage(act('setLogo', { image: icon }), act('setFavicon', { image: 'a picture' }));
  expect(wrong.rejected.map(({ failure }) => failure.message)).toEqual([
    'Set the logo: Image must be a PNG, JPEG, GIF or WebP image.',
    'Set the favicon: Image must be a PNG, JPEG, GIF, WebP or ICO image.',
  ]);
  const odd = await fleet.stage(act('setLogo', { image: 'a picture' }), act('setFavicon'));
  expect(odd.rejected.map(({ failure }) => failure.message)).toEqual([
    'Set the logo: Image must be a PNG, JPEG, GIF or WebP image.',
    'Set the favicon: it needs image.',
  ]);
  await fleet.stage(act('removeLogo'), act('removeFavicon'));
  // Once: what was staged of the same image before makes room.
  await fleet.stage(act('setLogo', { image }), act('setFavicon', { image: icon }));
  expect((await fleet.plan()).steps).toHaveLength(2);
  fleet.loseAnswers(/\/logo$/);
  expect(await fleet.reconcile({}, 1_000)).toMatchObject({ applied: 1, refused: 0 });
  fleet.heal();
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  const { steps } = (await fleet.stage(act('removeLogo'))) && (await fleet.plan());
  expect(steps).toMatchObject([{ verdict: 'clean', call: `DELETE /platform/applications/${id}/logo` }]);
  expect(await fleet.reconcile()).toMatchObject({ applied: 1 });
  const sent = (call: string): number => fleet.writes().filter((asked) => asked === call).length;
  const own = `/platform/applications/${id}`;
  expect(sent(`POST ${own}/logo`)).toBeGreaterThan(1);
  expect([sent(`POST ${own}/favicon`), sent(`DELETE ${own}/logo`)]).toEqual([1, 1]);
  const told = JSON.stringify(valueIn(await fleet.engine.call('history', { recordId: id, limit: 10 })));
  expect(told).toContain('PNG, 1 kB');
  expect(told).not.toContain(bytes);
});
