import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIdentity } from '@main/identity/create-identity';
import type { JsonObject } from '@shared/domain/json';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drafts } from './drafts';
import { id, type ReconcileRig, startReconcile } from './reconcile-rig';
import { creations } from './verb-values';

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

  it('whatever is made in the spelling of the service is found again after a lost answer: there are not two', async () => {
    const rig = await throughProxy((body) =>
      body.replace(/ {2,}/g, ' ').replace('"https://spelt.example"', '"https://spelt.example/"'),
    );
    const served = new Set((await rig.store.list('directory', [])).map((row) => row.enterpriseConnectionId));
    const free = (await rig.store.list('enterpriseConnection', [])).find((row) => !served.has(row.id));
    const organization = await first(rig);
    const kinds = ['oauthApplication', 'machine', 'apiKey', 'jwtTemplate', 'enterpriseConnection'] as const;
    for (const [at, entity] of [...kinds, 'directory' as const, 'redirectUrl' as const].entries()) {
      const values = creations[entity]?.('spelt', organization.id, free?.id ?? '');
      const own: JsonObject =
        entity === 'redirectUrl' ? { url: 'https://spelt.example' } : { name: 'Spelt  Otherwise' };
      await rig.stage({ entity, action: { verb: 'create', values: { ...values, ...own } } });
      await rig.sandbox.control.addFault({ kind: 'drop', phase: 'after', match: { method: 'POST' } });
      expect(await rig.reconcile(), entity).toMatchObject({ applied: 1, refused: 0, conflicts: 0 });
      const asked = await rig.sandbox.control.requests();
      expect(
        asked.filter(({ method }) => method === 'POST'),
        entity,
      ).toHaveLength(at + 1);
    }
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
