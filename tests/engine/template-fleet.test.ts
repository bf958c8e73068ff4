import type { TemplateFleetPage } from '@shared/contract/templates';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

type Fleet = Awaited<ReturnType<typeof openFleet>>;

const code = { type: 'email', slug: 'verification_code' } as const;
const path = '/templates/email/verification_code';

/** All templates read, none in the background by chance. */
const opened = async (): Promise<Fleet> => {
  const fleet = await openFleet();
  expect(valueIn(await fleet.engine.call('readTemplates', {})).failed).toEqual([]);
  return fleet;
};
const page = async ({ engine }: Fleet, query = {}): Promise<TemplateFleetPage> =>
  valueIn(await engine.call('templateFleet', { ...code, ...query }));
const stateOf = async (fleet: Fleet, id: string): Promise<string | undefined> =>
  (await page(fleet)).rows.find(({ applicationId }) => applicationId === id)?.state;

/** A template as plain HTTP shows it in an application's own pool, and a way to change it there. */
const inPool = async ({ ask }: Fleet, id: string, at = path) => {
  const shown = (await ask(`/platform/applications/${id}?include_secret_keys=true`)) as {
    readonly instances: readonly { readonly environment_type: string; readonly secret_key: string }[];
  };
  const key = shown.instances.find((each) => each.environment_type === 'production')?.secret_key ?? '';
  return {
    read: async () => (await ask(at, {}, key)) as JsonObject & { readonly body: string },
    put: (said: JsonObject) => ask(at, { method: 'PUT', body: JSON.stringify(said) }, key),
  };
};

it('one template over every application: as most, otherwise, staged, refused and not read', async () => {
  const fleet = await opened();
  const { rows, versions, counts, total } = await page(fleet);
  expect(counts).toMatchObject({ same: total, differs: 0 });
  expect(versions).toHaveLength(1);
  const [one, two, three] = rows.map(({ applicationId }) => applicationId);
  if (one === undefined || two === undefined || three === undefined) throw new Error('campus has many');
  await (await inPool(fleet, one)).put({
    name: 'Verification code',
    subject: 'Code',
    body: 'Your code: {{otp_code}}.',
  });
  const read = valueIn(await fleet.engine.call('readTemplates', { ids: [one] }));
  expect(read).toEqual({ read: 1, failed: [] });
  const differing = (await page(fleet)).rows.find(({ applicationId }) => applicationId === one);
  expect(differing).toMatchObject({ state: 'differs', version: 1, differs: ['subject', 'body'] });
  await fleet.stage({
    entity: 'template',
    recordId: rows[1]?.recordId ?? three,
    action: { verb: 'update', field: 'subject', value: 'Staged' },
  });
  expect(await stateOf(fleet, two)).toBe('staged');
  expect((await page(fleet, { states: ['differs'] })).rows.map(({ applicationId }) => applicationId)).toEqual(
    [one],
  );
  expect((await page(fleet, { version: 1 })).total).toBe(1);
  // The service's own wording is that of those who never rewrote it, also where most did.
  const { untouched } = await page(fleet);
  expect(untouched).toMatchObject({ texts: versions[0]?.texts });
  expect(untouched?.applicationId).not.toBe(one);
});

it('what refuses to be read is told as refused, and what could not be asked as not read', async () => {
  const fleet = await openFleet();
  const made = async (name: string): Promise<string> => {
    const body = JSON.stringify({ name });
    const answer = (await fleet.ask('/platform/applications', { method: 'POST', body })) as JsonObject;
    return String(answer.application_id);
  };
  const [refusing, waiting] = [await made('Refusing'), await made('Waiting')];
  const errors = [{ code: 'no', message: 'not yours', long_message: 'Not yours.' }];
  fleet.proxy.alter = ({ path: asked, query }) => {
    if (asked.startsWith('/templates')) return { status: 403, body: { errors } };
    const held = asked.endsWith(waiting) && query.has('include_secret_keys');
    return held ? { status: 302, text: '', headers: { location: 'https://portal.example/' } } : undefined;
  };
  await fleet.sync();
  const read = async (id: string) => valueIn(await fleet.engine.call('readTemplates', { ids: [id] }));
  expect(await read(refusing)).toMatchObject({ read: 0, failed: [{ names: ['Refusing'] }] });
  expect(await read(waiting)).toMatchObject({ read: 0, failed: [{ failure: { code: 'redirected' } }] });
  expect(await stateOf(fleet, refusing)).toBe('refused');
  expect(await stateOf(fleet, waiting)).toBe('not-read');
});

it('the same change for many: own changes stay, collisions and missing words are told, and what is sent is read back', async () => {
  const fleet = await opened();
  const { rows, versions } = await page(fleet);
  const ids = rows.slice(0, 5).map(({ applicationId }) => applicationId);
  const [own, colliding, silent, , last] = ids;
  if (!own || !colliding || !silent || !last) throw new Error('campus has many');
  const before = versions[0]?.texts;
  if (before === undefined) throw new Error('it was read');
  // One has changed another place of the text, one the same place.
  for (const [id, from, to] of [
    [own, 'Enter this code where you asked for it:', 'Type it where you asked for it:'],
    [colliding, '<h1>Verification code</h1>', '<h1>Our own title</h1>'],
  ] as const) {
    const pool = await inPool(fleet, id);
    const held = await pool.read();
    await pool.put({
      name: 'Verification code',
      subject: held.subject ?? '',
      body: held.body.replace(from, to),
    });
  }
  valueIn(await fleet.engine.call('readTemplates', { ids }));
  const words = ids.filter((id) => id !== silent);
  valueIn(
    await fleet.engine.call('writeBook', {
      book: 'applicationVariables',
      put: words.map((id, at) => ({ id, value: { values: { desk: `Desk ${at} & more` } } })),
    }),
  );
  const asked = {
    ...code,
    applicationIds: ids,
    before,
    after: {
      body: before.body.replace('<h1>Verification code</h1>', '<h1>Sign in</h1><p>Help: [[desk]]</p>'),
    },
  };
  const preview = valueIn(await fleet.engine.call('changeTemplates', { ...asked, preview: true }));
  expect(Object.fromEntries(preview.rows.map((row) => [row.applicationId, row.outcome]))).toEqual({
    [own]: 'merged',
    [colliding]: 'collides',
    [silent]: 'lacks',
    [ids[3] ?? '']: 'clean',
    [last]: 'clean',
  });
  expect(preview.staged).toEqual([]);
  expect(preview.rows.find(({ outcome }) => outcome === 'lacks')?.why).toContain('[[desk]]');
  expect(preview.rows.find(({ outcome }) => outcome === 'collides')?.collisions).toMatchObject([
    { field: 'body', base: 'Verification code', mine: 'Sign in', theirs: 'Our own title' },
  ]);

  const { staged, rejected } = valueIn(await fleet.engine.call('changeTemplates', asked));
  expect(rejected).toEqual([]);
  expect(staged).toHaveLength(3);
  const plan = await fleet.plan();
  expect(plan.steps.map(({ verdict }) => verdict)).toEqual(['clean', 'clean', 'clean']);
  expect(plan.steps[0]?.call).toMatch(/^PUT \/templates\/email\/verification_code in app_/);
  expect(JSON.stringify(plan)).not.toContain('sk_live_');
  const report = valueIn(
    await fleet.engine.call('apply', {
      planHash: plan.hash,
      resolutions: {},
      onRefusal: 'stop',
      waves: { sizes: [{ kind: 'count', count: 1 }, { kind: 'all' }], between: 'go-on' },
    }),
  );
  expect(report).toMatchObject({ applied: 3, refused: 0 });
  expect(report.waves.map(({ customers }) => customers.length)).toEqual([1, 2]);
  const { body } = await (await inPool(fleet, own)).read();
  expect(body).toContain('<h1>Sign in</h1><p>Help: Desk 0 &amp; more</p>');
  expect(body).toContain('Type it where you asked for it:');
  expect((await (await inPool(fleet, colliding)).read()).body).toContain('Our own title');
  // Words of their own are no difference.
  const after = await page(fleet);
  const states = new Map(after.rows.map((row) => [row.applicationId, row.version]));
  expect(states.get(ids[3] as never)).toBe(states.get(last));
  // All of them back at once: who never rewrote it stays as it is, and nothing staged is lost.
  const staging = await fleet.stage({
    entity: 'template',
    recordId: RecordId.parse(`${last}/email/verification_code`),
    action: { verb: 'update', field: 'subject', value: 'Typed offline {{otp_code}}' },
  });
  expect(staging.rejected).toEqual([]);
  const back = { ...code, applicationIds: 'all' as const };
  const foreseen = valueIn(await fleet.engine.call('revertTemplates', { ...back, preview: true }));
  expect(foreseen).toMatchObject({ staged: [], counts: { clean: 3, collides: 1 } });
  expect(foreseen.rows.find(({ outcome }) => outcome === 'collides')).toMatchObject({
    applicationId: last,
    why: 'Something is staged of its words.',
  });
  expect(valueIn(await fleet.engine.call('revertTemplates', back)).staged).toHaveLength(3);
  expect(valueIn(await fleet.engine.call('revertTemplates', back))).toMatchObject({
    staged: [],
    counts: { clean: 0 },
  });
  expect((await fleet.plan()).steps.filter(({ call }) => call.includes('/revert in app_'))).toHaveLength(3);
  valueIn(await fleet.engine.call('undo', {}));
  expect((await fleet.plan()).steps).toHaveLength(1);
  expect(valueIn(await fleet.engine.call('revertTemplates', back)).staged).toHaveLength(3);
  expect(await fleet.reconcile()).toMatchObject({ applied: 4, refused: 0 });
  expect((await (await inPool(fleet, own)).read()).body).toBe(before.body);
  expect((await (await inPool(fleet, colliding)).read()).body).toBe(before.body);
});

it('each language is changed by its own wording: who has another one is left out and told, and what a template must hold is guarded in both', async () => {
  const fleet = await opened();
  const invitation = { type: 'email', slug: 'invitation' } as const;
  const { rows, versions, counts, total } = await page(fleet, invitation);
  expect(counts).toMatchObject({ same: total - 3, differs: 3 });
  const [english, german] = versions.map(({ texts }) => texts);
  if (english === undefined || german === undefined) throw new Error('campus writes in two languages');
  expect(english.body).toContain('Your invitation');
  expect(german.body).toContain('Ihre Einladung');
  const change = async (
    before: typeof english,
    body: string,
    applicationIds: 'all' | readonly RecordId[] = 'all',
  ) =>
    valueIn(
      await fleet.engine.call('changeTemplates', {
        ...invitation,
        applicationIds: applicationIds === 'all' ? 'all' : [...applicationIds],
        before,
        after: { body },
        preview: applicationIds === 'all',
      }),
    );
  const said = '</h1>\n<p>It lasts for a month.</p>';
  const forAll = await change(english, english.body.replace('</h1>', said));
  expect(forAll.counts).toMatchObject({ clean: total - 3, collides: 3, merged: 0 });
  const left = forAll.rows.filter(({ outcome }) => outcome === 'collides');
  expect(left.map(({ why }) => why)).toMatchObject(
    Array(3).fill(expect.stringMatching(/as in another language/)),
  );

  const ids = rows.filter(({ version }) => version === 1).map(({ applicationId }) => applicationId);
  expect(left.map(({ applicationId }) => applicationId).sort()).toEqual([...ids].sort());
  const without = await change(german, german.body.replaceAll('{{action_url}}', '#'), ids);
  expect(without).toMatchObject({ counts: { refused: 3 }, staged: [] });
  expect(without.rows.find(({ outcome }) => outcome === 'refused')?.why).toContain('{{action_url}}');
  const body = german.body.replace('</h1>', '</h1><p>Sie gilt einen Monat.</p>');
  expect(await change(german, body, ids)).toMatchObject({ counts: { clean: 3 }, rejected: [] });
  expect(await fleet.reconcile()).toMatchObject({ applied: 3, refused: 0 });
  for (const id of ids)
    expect((await (await inPool(fleet, id, '/templates/email/invitation')).read()).body).toContain(
      'Sie gilt einen Monat.',
    );
});
