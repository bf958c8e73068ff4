import { expect, it } from 'vitest';
import { openFleet } from './open-fleet';

it('a setting that nothing has is refused in a baseline, a group and an exception, with what is possible', async () => {
  const fleet = await openFleet();
  const [application] = await fleet.rows('application');
  const write = (book: 'baseline' | 'applicationGroup' | 'exception', value: object) =>
    fleet.engine.call('writeBook', { book, put: [{ id: 'one', value: value as never }], remove: [] });
  const golden = (path: string) =>
    write('baseline', { name: 'Golden', level: 'all', settings: [{ path, value: 16 }] });

  expect(await golden('config.auth_password.min_lenght')).toMatchObject({
    ok: false,
    error: {
      code: 'invalid-input',
      message: expect.stringMatching(
        /no setting config\.auth_password\.min_lenght\. Possible: config\.auth_password\.min_length\. Nothing was kept/,
      ),
    },
  });
  expect(await golden('config.auth_pasword.least')).toMatchObject({
    error: { message: expect.stringContaining('Possible: config.auth_password.') },
  });
  const rule = { name: 'Long', where: [{ field: 'config.auth_password.nothing', value: 1 }] };
  expect(await write('applicationGroup', rule)).toMatchObject({ ok: false });
  const accepted = {
    applicationId: application?.id,
    path: 'config.auth_password.nothing',
    value: 1,
    reason: 'x',
  };
  expect(await write('exception', accepted)).toMatchObject({ ok: false });
  expect(await fleet.engine.call('book', { book: 'baseline' })).toMatchObject({ ok: true, value: [] });

  // What holds several would take off those that it leaves out, and never be the same.
  const several = 'config.organization_settings.organization_creation_defaults';
  const faults = {
    error: { message: expect.stringContaining(`${several} holds several settings: name each`) },
  };
  expect(await golden(several)).toMatchObject(faults);
  const given = {
    name: 'Given',
    level: 'all',
    of: '',
    rank: 1,
    settings: [{ path: several, value: {} }],
  } as const;
  expect(await fleet.engine.call('fleetDrift', { baseline: given })).toMatchObject(faults);

  const claims = ['config.session.claims', 'config.session.claims.tier'].map((path) => ({
    path,
    value: 'x',
  }));
  expect(await write('baseline', { name: 'Both', level: 'all', settings: claims })).toMatchObject({
    error: { message: expect.stringContaining('a part of it beside') },
  });

  expect(await golden('config.auth_password.min_length')).toMatchObject({ ok: true });

  // What no schema describes is one where a single application has it, and however little it is.
  const odd = 'config.beta_feature.on';
  expect(await golden(odd)).toMatchObject({ ok: false });
  fleet.proxy.alter = ({ path, body }) =>
    path.includes(`${application?.id}/instances/`) && path.endsWith('/config')
      ? { body: { ...(body as object), beta_feature: { on: false } } }
      : undefined;
  await fleet.sync();
  expect(await golden(odd)).toMatchObject({ ok: true });
});

it('what is kept of an application that nobody knows is refused, and not kept in silence', async () => {
  const fleet = await openFleet();
  const path = 'config.auth_password.min_length';
  const write = (book: 'baseline' | 'applicationVariables' | 'exception', id: string, value: object) =>
    fleet.engine.call('writeBook', { book, put: [{ id, value: value as never }], remove: [] });
  const of = (applicationId: string) => [
    write('exception', 'one', { applicationId, path, value: 9, reason: 'x' }),
    write('baseline', 'own', {
      name: 'Own',
      level: 'application',
      of: applicationId,
      settings: [{ path, value: 9 }],
    }),
    write('applicationVariables', applicationId, { values: { motto: 'x' } }),
  ];
  for (const refused of await Promise.all(of('app_none')))
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: 'There is no application app_none. Nothing was kept.' },
    });
  const [known] = await fleet.rows('application');
  for (const kept of await Promise.all(of(known?.id ?? ''))) expect(kept).toMatchObject({ ok: true });
});
