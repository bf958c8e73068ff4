import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import type { Membership } from '@shared/domain/records/record-map';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeRecord } from '../support/decode-record';
import { valueIn } from '../support/value-in';

const databaseKey = randomBytes(32).toString('hex');
let directory = '';
let sandbox: Sandbox;
let engine: Engine;

async function open(): Promise<Engine> {
  return valueIn(
    await openEngine({
      directory,
      databaseKey,
      apiKey: sandbox.secretKey,
      url: `${sandbox.url}/v1`,
      workspace: { id: 'test', name: 'Test', scenario: 'b2b' },
      fetch,
    }),
  );
}

/** Asks the service itself, by plain HTTP. */
async function service(path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${sandbox.url}/v1${path}`, {
    headers: { authorization: `Bearer ${sandbox.secretKey}` },
  });
  return (await response.json()) as Record<string, unknown>;
}

async function firstMember(): Promise<Membership> {
  const page = valueIn(
    await engine.call('page', {
      entity: 'membership',
      where: [{ field: 'role', op: 'eq', value: 'org:member' }],
      limit: 1,
    }),
  );
  return decodeRecord('membership', page.rows[0]);
}

async function roleOnService({ organizationId, userId }: Membership): Promise<unknown> {
  const list = await service(`/organizations/${organizationId}/memberships?user_id=${userId}`);
  const [membership] = list.data as { role: string }[];
  return membership?.role;
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tenantry-engine-'));
  sandbox = await startSandbox({ world: 'northwind', scale: 0.1 });
  engine = await open();
  valueIn(await waitForSweep(engine));
});

afterEach(async () => {
  await engine.close();
  await sandbox.close();
});

describe('the engine against a service that comes and goes', () => {
  it('keeps edits staged offline across a restart and applies them once the service is back', async () => {
    const membership = await firstMember();
    const organization = decodeRecord(
      'organization',
      valueIn(await engine.call('record', { entity: 'organization', id: membership.organizationId })).record,
    );
    await sandbox.control.down('refused');
    const seats = Math.max(organization.maxAllowedMemberships, organization.membersCount) + 5;
    const staged = valueIn(
      await engine.call('stage', {
        drafts: [
          {
            entity: 'membership',
            recordId: membership.id,
            action: { verb: 'update', field: 'role', value: 'org:admin', base: membership.role },
          },
          {
            entity: 'organization',
            recordId: organization.id,
            action: { verb: 'update', field: 'maxAllowedMemberships', value: seats },
          },
          {
            entity: 'organization',
            recordId: organization.id,
            action: { verb: 'update', field: 'branding.primaryColor', value: '#0a7d55' },
          },
        ],
      }),
    );
    expect(staged.rejected).toEqual([]);
    await engine.close();
    engine = await open();
    const shown = decodeRecord(
      'organization',
      valueIn(await engine.call('record', { entity: 'organization', id: organization.id })).record,
    );
    expect(shown).toMatchObject({ maxAllowedMemberships: seats, state: 'pending' });

    await sandbox.control.up();
    const plan = valueIn(await engine.call('plan', {}));
    expect(plan.steps.map((step) => step.verdict)).toEqual(['clean', 'clean', 'clean']);
    const report = valueIn(await engine.call('apply', { planHash: plan.hash, resolutions: {} }));
    expect(report).toMatchObject({ applied: 3, refused: 0, unknown: 0, left: 0 });

    expect(await roleOnService(membership)).toBe('org:admin');
    expect(await service(`/organizations/${organization.id}`)).toMatchObject({
      max_allowed_memberships: seats,
      public_metadata: { branding: { primaryColor: '#0a7d55' } },
    });
    const after = valueIn(await engine.call('status', {}));
    expect(after.intents).toMatchObject({ staged: 0, conflict: 0, refused: 0 });
  });

  it('tells right at its opening how fresh the copy is', async () => {
    const before = valueIn(await engine.call('status', {}));
    await engine.close();
    engine = await open();
    const after = valueIn(await engine.call('status', {}));
    expect(after.freshness).toEqual(before.freshness);
    expect(after.freshness.kind).toBe('synced');
  });

  it('shows a true conflict and sends only what the admin chose', async () => {
    const membership = await firstMember();
    await engine.call('stage', {
      drafts: [
        {
          entity: 'membership',
          recordId: membership.id,
          action: { verb: 'update', field: 'role', value: 'org:admin' },
        },
      ],
    });
    await fetch(
      `${sandbox.url}/v1/organizations/${membership.organizationId}/memberships/${membership.userId}`,
      {
        method: 'PATCH',
        headers: { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ role: 'org:billing' }),
      },
    );
    const plan = valueIn(await engine.call('plan', {}));
    expect(plan.steps).toMatchObject([
      { verdict: 'conflict', base: 'org:member', mine: 'org:admin', theirs: 'org:billing' },
    ]);

    const undecided = valueIn(await engine.call('apply', { planHash: plan.hash, resolutions: {} }));
    expect(undecided).toMatchObject({ applied: 0, conflicts: 1 });
    expect(await roleOnService(membership)).toBe('org:billing');

    const again = valueIn(await engine.call('plan', {}));
    const [step] = again.steps;
    const decided = valueIn(
      await engine.call('apply', {
        planHash: again.hash,
        resolutions: { [step?.intentId ?? '']: { choose: 'mine' } },
      }),
    );
    expect(decided).toMatchObject({ applied: 1, conflicts: 0 });
    expect(await roleOnService(membership)).toBe('org:admin');
  });
});
