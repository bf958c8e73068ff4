import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIdentity } from '@main/identity/create-identity';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beginSync, sweepOnce } from '../sync/sync-rig';
import { drafts } from './drafts';
import { id, type ReconcileRig, startReconcile } from './reconcile-rig';

/** A service that stores texts in a spelling of its own: the sandbox behind a proxy that rewrites what is sent. */
async function normalising(rig: ReconcileRig, rewrite: (body: string) => string): Promise<string> {
  const upstream = rig.sandbox.url.replace(/\/v1$/, '');
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const answer = await fetch(upstream + request.url, {
      method: request.method ?? 'GET',
      headers: { authorization: String(request.headers.authorization), 'content-type': 'application/json' },
      ...(body !== '' && { body: rewrite(body) }),
    }).catch(() => null);
    if (answer === null) return void request.socket.destroy();
    const date = answer.headers.get('date');
    response.writeHead(answer.status, { 'content-type': 'application/json', ...(date && { date }) });
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

async function throughProxy(rewrite: (body: string) => string): Promise<ReconcileRig> {
  const rig = await startReconcile();
  const url = await normalising(rig, rewrite);
  const { secretKey: apiKey } = rig.sandbox;
  return rig.restart(() =>
    createIdentity({ url, apiKey, fetch, now: Date.now, requestsPer10s: 10_000, endpointLimits: false }),
  );
}

const sweepAgain = (rig: ReconcileRig): Promise<void> =>
  sweepOnce(beginSync({ store: rig.store, port: rig.identity }));

async function first(rig: ReconcileRig) {
  const [organization] = await rig.store.list('organization', [], 1);
  if (organization === undefined) throw new Error('a world has organizations');
  return organization;
}

describe('values are compared as the service holds them', () => {
  it('blanks around a text are gone before it is staged', async () => {
    const rig = await startReconcile();
    const organization = await first(rig);
    const [edit] = await rig.stage(drafts.organization(organization.id, 'name', '  Trimmed Ltd \t'));
    expect(edit?.action).toMatchObject({ value: 'Trimmed Ltd' });
    const [creation] = await rig.stage(
      drafts.create('new_trim', {
        name: ' Blank Ltd ',
        slug: ' blank-ltd ',
        branding: { tagline: ' Hello ', supportEmail: ' help@blank.example ' },
      }),
    );
    expect(creation?.action).toMatchObject({
      values: {
        name: 'Blank Ltd',
        slug: 'blank-ltd',
        branding: { tagline: 'Hello', supportEmail: 'help@blank.example' },
      },
    });
  });

  it.each([
    ['collapses blanks', 'Two  Blanks   Ltd', (body: string) => body.replace(/ {2,}/g, ' ')],
    ['composes letters', 'Cafe\u0301 Ltd', (body: string) => body.normalize('NFC')],
  ])('an edit that the service %s is applied, not refused for ever', async (_, name, rewrite) => {
    const rig = await throughProxy(rewrite);
    const organization = await first(rig);
    await rig.stage(drafts.organization(organization.id, 'name', name));
    expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0 });
    expect(await rig.open()).toEqual([]);
    const row = await rig.store.get('organization', organization.id);
    expect(row).toMatchObject({ name: rewrite(name), state: 'synced' });
  });

  it('a creation in the spelling of the service is found again after a lost answer: there are not two', async () => {
    const rig = await throughProxy((body) => body.replace(/ {2,}/g, ' '));
    await rig.stage(drafts.create('new_spelt', { name: 'Spelt  Otherwise', slug: '' }));
    await rig.sandbox.control.addFault({
      kind: 'drop',
      phase: 'after',
      match: { method: 'POST', path: '^/organizations$' },
    });
    expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0, conflicts: 0 });
    await rig.sandbox.control.clearFaults();
    const { rows } = await rig.sandbox.control.state();
    const before = (await rig.store.list('organization', [])).length;
    expect(Object.values(rows)[0]?.organizations).toBe(before);
  });

  it('an address in other letters is the same invitation', async () => {
    const rig = await throughProxy((body) =>
      body.replace(/New\.Person@Example\.COM/, 'new.person@example.com'),
    );
    const organization = await first(rig);
    await rig.sandbox.control.edit([{ organization: organization.id, set: { max_allowed_memberships: 0 } }]);
    await rig.stage(drafts.invite(organization.id, 'New.Person@Example.COM'));
    expect(await rig.reconcile()).toMatchObject({ applied: 1 });
    const [invitation] = await rig.store.list('invitation', [
      { field: 'email', op: 'eq', value: 'new.person@example.com' },
    ]);
    expect(invitation).toMatchObject({ state: 'synced' });
  });
});

describe('of a service that keeps names of users and addresses in small letters', () => {
  const lower = (body: string) =>
    body.replace(/"(email_address|username)":(\["[^"]+"\]|"[^"]+")/g, (all) => all.toLowerCase());

  it('an edited username is applied, in the spelling of the service', async () => {
    const rig = await throughProxy(lower);
    const [person] = await rig.store.list('user', [], 1);
    const recordId = id(String(person?.id));
    const edit = { verb: 'update', field: 'username', value: 'AdaWalsh77' } as const;
    await rig.stage({ entity: 'user', recordId, action: edit });
    expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0 });
    expect(await rig.store.get('user', recordId)).toMatchObject({ username: 'adawalsh77', state: 'synced' });
  });

  it('but one that stands there as before is not', async () => {
    const rig = await throughProxy((body) => body.replace('"AdaWalsh77"', '"adawalsh77"'));
    const [person] = await rig.store.list('user', [], 1);
    const recordId = id(String(person?.id));
    const name = (value: string) =>
      ({ entity: 'user', recordId, action: { verb: 'update', field: 'username', value } }) as const;
    await rig.stage(name('adawalsh77'));
    await rig.reconcile();
    await rig.stage(name('AdaWalsh77'));
    expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 1 });
  });

  it('a person is found again by address and by username after a lost answer, and made once', async () => {
    const rig = await throughProxy(lower);
    for (const [known, value] of [
      ['email', 'Mixed.Case@X.Example'],
      ['username', 'MixedCase'],
    ] as const) {
      const values = { firstName: 'Zoë', [known]: value };
      await rig.stage({ entity: 'user', recordId: id(`new_${known}`), action: { verb: 'create', values } });
      await rig.sandbox.control.addFault({
        kind: 'drop',
        phase: 'after',
        match: { method: 'POST', path: '^/users$' },
      });
      expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0, conflicts: 0 });
    }
  });
});

describe('steps hang together by the values they give up and take', () => {
  async function two(rig: ReconcileRig) {
    const [one, other] = await rig.store.list('organization', [], 2);
    if (one === undefined || other === undefined) throw new Error('a world has organizations');
    return { one, other };
  }
  const slugOf = async (rig: ReconcileRig, recordId: string): Promise<string> => {
    const row = await rig.store.get('organization', id(recordId));
    const read = row && (await rig.identity.fetchOne('organization', row));
    return read?.ok && read.value !== null ? read.value.slug : '';
  };

  it('a slug freed in the same file can be taken, in whatever order the file has them', async () => {
    const rig = await startReconcile();
    const { one, other } = await two(rig);
    await rig.stage(
      drafts.organization(other.id, 'slug', one.slug),
      drafts.organization(one.id, 'slug', 'freed-for-others'),
    );
    expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0 });
    expect(await slugOf(rig, other.id)).toBe(one.slug);
  });

  it('a new organization takes the slug of one that is deleted in the same run, and gets its members after', async () => {
    const rig = await startReconcile();
    const { one } = await two(rig);
    const [person] = await rig.store.list('user', [], 1);
    await rig.stage(
      drafts.create('new_heir', { name: 'Heir', slug: one.slug }),
      drafts.add('new_heir', String(person?.id), 'org:admin'),
      drafts.remove('organization', one.id),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ verb, entity }) => `${verb} ${entity}`)).toEqual([
      'delete organization',
      'create organization',
      'create membership',
    ]);
    expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0 });
  });

  it('two slugs, and three, are exchanged', async () => {
    const rig = await startReconcile();
    const [a, b, c, d, e] = await rig.store.list('organization', [], 5);
    if (!a || !b || !c || !d || !e) throw new Error('a world has organizations');
    await rig.stage(
      drafts.organization(a.id, 'slug', b.slug),
      drafts.organization(b.id, 'slug', a.slug),
      drafts.organization(c.id, 'slug', d.slug),
      drafts.organization(d.id, 'slug', e.slug),
      drafts.organization(e.id, 'slug', c.slug),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict }) => verdict)).toEqual(plan.steps.map(() => 'clean'));
    expect(await rig.reconcile()).toMatchObject({ applied: 5, refused: 0, conflicts: 0 });
    for (const [organization, slug] of [
      [a, b.slug],
      [b, a.slug],
      [c, d.slug],
      [d, e.slug],
      [e, c.slug],
    ] as const)
      expect(await slugOf(rig, organization.id)).toBe(slug);
  });

  it('an exchange that is cut in the middle goes on with the next run', async () => {
    const rig = await startReconcile();
    const { one, other } = await two(rig);
    await rig.stage(
      drafts.organization(one.id, 'slug', other.slug),
      drafts.organization(other.id, 'slug', one.slug),
    );
    // The parked one is there; the next write meets a service that is not.
    await rig.sandbox.control.addFault({
      kind: 'drop',
      phase: 'before',
      skip: 1,
      times: 100,
      match: { method: 'PATCH' },
    });
    const plan = await rig.plan();
    await rig.apply(plan);
    expect((await rig.open()).length).toBe(2);
    await rig.sandbox.control.clearFaults();
    expect(await rig.reconcile()).toMatchObject({ refused: 0, conflicts: 0, left: 0 });
    expect(await slugOf(rig, one.id)).toBe(other.slug);
    expect(await slugOf(rig, other.id)).toBe(one.slug);
  });

  it('a slug whose freeing fell is taken, and said so', async () => {
    const rig = await startReconcile();
    const { one, other } = await two(rig);
    const report = await rig.staging.stage([
      drafts.organization(other.id, 'slug', one.slug),
      drafts.organization(one.id, 'slug', 'not a slug!'),
    ]);
    expect(report.staged).toEqual([]);
    expect(report.rejected.map(({ failure }) => failure.message)).toEqual([
      `The slug ${one.slug} is taken.`,
      expect.stringContaining('lower-case'),
    ]);
  });

  it('a role that was deleted meanwhile is seen in the plan', async () => {
    const rig = await startReconcile();
    const { url, secretKey } = rig.sandbox;
    const api = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${url.replace(/\/v1$/, '')}/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return (await answer.json()) as { id: string };
    };
    const role = await api('POST', '/organization_roles', {
      name: 'Short lived',
      key: 'org:short',
      include_in_initial_role_set: true,
    });
    await sweepAgain(rig);
    const [member] = await rig.store.list(
      'membership',
      [{ field: 'role', op: 'eq', value: 'org:member' }],
      1,
    );
    await rig.stage(drafts.role(String(member?.id), 'org:short'));
    await api('DELETE', `/organization_roles/${role.id}`);
    const plan = await rig.plan();
    expect(plan.steps[0]).toMatchObject({ verdict: 'refused' });
    expect(plan.steps[0]?.reason).toContain('org:short');
    expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 1 });
  });

  it('slugs are not asked for where the instance has them off', async () => {
    const rig = await startReconcile();
    const { url, secretKey } = rig.sandbox;
    await fetch(`${url.replace(/\/v1$/, '')}/v1/instance/organization_settings`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ slug_disabled: true }),
    });
    await sweepAgain(rig);
    const { one } = await two(rig);
    const report = await rig.staging.stage([
      drafts.organization(one.id, 'slug', 'another'),
      drafts.create('new_slugless', { name: 'Slugless', slug: 'slugless' }),
      drafts.create('new_other', { name: 'Without', slug: '' }),
    ]);
    expect(report.rejected.map(({ failure }) => failure.message)).toEqual([
      'This instance has slugs switched off.',
      'This instance has slugs switched off.',
    ]);
    expect(report.staged).toHaveLength(1);
  });
});
