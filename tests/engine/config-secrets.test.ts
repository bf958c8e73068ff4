import type { Application } from '@shared/domain/records/record-map';
import { expect, test } from 'vitest';
import { valueIn } from '../support/value-in';
import { application, edit, heldConfig, reconcile, start, workspaceOn } from './token-rig';

test('a secret is sent as it was typed, and shown nowhere: not in rows, plans, history, nor what is kept of the change', async () => {
  const sandbox = await start('lumen');
  const engine = await (await workspaceOn(sandbox, 'b2c'))(sandbox.platformToken);
  const own = (await application(engine)) as Application;
  const drafts = [edit(own, 'config.connection_oauth_github.client_secret', 'shh-very-quiet')];
  const staged = [
    await engine.call('stage', { drafts }),
    await engine.call('intents', { states: ['staged'] }),
    await engine.call('record', { entity: 'application', id: own.id }),
  ];
  expect(JSON.stringify(staged)).not.toContain('shh-very-quiet');
  const plan = valueIn(await engine.call('plan', {}));
  expect(plan.steps).toMatchObject([{ verdict: 'clean', lasting: expect.stringContaining('set anew') }]);
  expect(JSON.stringify([plan, await application(engine)])).not.toContain('shh-very-quiet');
  expect(await reconcile(engine)).toMatchObject({ applied: 1 });
  expect((await heldConfig(sandbox, own)).connection_oauth_github?.client_secret).toBe('••••••••');
  const kept = [
    await application(engine),
    await engine.call('history', { limit: 50 }),
    await engine.call('intents', { states: ['applied'] }),
  ];
  expect(JSON.stringify(kept)).not.toContain('shh-very-quiet');
});

const refusal = { errors: [{ code: 'form_param_invalid', message: 'No.', long_message: 'No.' }] };

test.each([
  [
    'never arrived is sent again',
    () => Promise.reject(new TypeError('fetch failed')),
    { applied: 1, refused: 0 },
    1,
  ],
  [
    'is refused counts as refused',
    () => Promise.resolve(Response.json({ ...refusal, clerk_trace_id: 't' }, { status: 422 })),
    { applied: 0, refused: 1 },
    0,
  ],
] as const)(
  'a secret that %s: that the service shows a mask proves nothing',
  async (_, answer, report, sent) => {
    const sandbox = await start('lumen');
    let tries = 0;
    const once: typeof fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const method = input instanceof Request ? input.method : init?.method;
      if (method !== 'PATCH' || url.includes('dry_run')) return fetch(input, init);
      tries += 1;
      return tries === 1 ? answer() : fetch(input, init);
    };
    const engine = await (await workspaceOn(sandbox, 'b2c', once))(sandbox.platformToken);
    const own = (await application(engine)) as Application;
    const field = 'config.connection_oauth_github.client_secret';
    valueIn(await engine.call('stage', { drafts: [edit(own, field, 'shh-very-quiet')] }));
    expect(await reconcile(engine)).toMatchObject({ ...report, unknown: 0, left: 0 });
    expect(tries).toBe(1 + sent);
  },
);
