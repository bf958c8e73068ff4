import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withWorkspace } from '@main/cli/with-workspace';
import type { Engine } from '@main/engine/engine';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { Result } from '@shared/contract/failure';
import type { InputOf, OperationName, OutputOf } from '@shared/contract/operations';
import { computedFields } from '@shared/domain/records/computed';
import { expect, it, onTestFinished, vi } from 'vitest';
import { projectRoot } from '../../scripts/project-root';
import { decodeRecord } from '../support/decode-record';
import { temporaryFolder } from '../support/folders/temporary-folder';

/** Made by `tests/fixtures/make-workspace.sh` with the code of 3bde360, before entities were described by models. */
const older = join(projectRoot, 'tests', 'fixtures', 'workspace-3bde360');

type Ask = <O extends OperationName>(operation: O, input: InputOf<O>) => Promise<OutputOf<O>>;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

async function within<T>(directory: string, work: (ask: Ask, engine: Engine) => Promise<T>): Promise<T> {
  const worked = await withWorkspace(directory, async (engine) => {
    const ask: Ask = async (operation, input) => value(await engine.call(operation, input));
    return { ok: true, value: await work(ask, engine) };
  });
  return value(worked);
}

it('a workspace that an older version made opens with its rows, staged edits and history, and goes on', async () => {
  const directory = join(await temporaryFolder(), 'workspace');
  await cp(older, directory, { recursive: true });
  vi.stubEnv('TENANTRY_PASSPHRASE', 'correct horse');

  await within(directory, async (ask) => {
    const counts = (await ask('status', {})).counts;
    expect(counts).toMatchObject({ organization: 5, user: 100, membership: 181, role: 5, permission: 24 });

    const organizations = await ask('page', { entity: 'organization', text: 'renamed by' });
    expect(organizations.rows).toMatchObject([
      {
        name: 'Renamed by a colleague',
        state: 'pending',
        branding: { tagline: 'Staged by an older version' },
      },
    ]);
    // What that version did not work out is on every row: lists are sorted, filtered and counted by it.
    const fullest = await ask('page', {
      entity: 'organization',
      sort: { field: 'fullness', direction: 'desc' },
    });
    const all = fullest.rows.map((row) => decodeRecord('organization', row));
    expect(all).toHaveLength(5);
    for (const row of all) {
      const { seatLimit, seatLimitSource, ...own } = computedFields(
        'organization',
        row ?? ({} as never),
        row?.staged ?? null,
      );
      expect(row).toMatchObject(own);
      // What follows from other records is worked out when it opens.
      expect([row?.seatLimit, row?.seatLimitSource]).not.toEqual([seatLimit, seatLimitSource]);
    }
    expect(all.map((row) => row?.fullness ?? -1)).toEqual(
      all.map((row) => row?.fullness ?? -1).toSorted((a, b) => b - a),
    );
    const levels = await ask('facets', { query: { entity: 'organization' }, field: 'seatsLevel' });
    expect(levels.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    const made = await ask('page', {
      entity: 'organization',
      where: [{ field: 'slug', op: 'eq', value: 'staged-ltd' }],
    });
    expect(made.rows).toMatchObject([{ name: 'Staged Ltd', staged: { verb: 'create' } }]);
    const open = await ask('intents', {});
    expect(open.map(({ entity, action }) => `${action.verb} ${entity}`).sort()).toEqual([
      'create invitation',
      'create membership',
      'create organization',
      'update organization',
    ]);

    // What that version saw, word for word; the chain of all of it holds.
    const { entries: history } = await ask('history', { entity: 'organization' });
    expect(history).toMatchObject([
      {
        change: 'updated',
        label: 'Renamed by a colleague',
        fields: expect.arrayContaining([expect.objectContaining({ field: 'name' })]),
      },
    ]);
    expect(await ask('verifyHistory', {})).toMatchObject({ fault: null });

    // And goes on: what is staged now stands beside it.
    const [person] = (await ask('page', { entity: 'user', limit: 1 })).rows;
    expect(decodeRecord('user', person)).toMatchObject({ emails: [], deprovisioned: false });
    const staged = await ask('stage', {
      drafts: [
        {
          entity: 'permission',
          action: { verb: 'create', values: { key: 'org:made:now', name: 'Made now' } },
        },
      ],
    });
    expect(staged.rejected).toEqual([]);
  });
  await within(directory, async (ask) => {
    expect(await ask('intents', {})).toHaveLength(5);
    expect(await ask('verifyHistory', {})).toMatchObject({ fault: null });
  });
});

it('its first sweep by this version takes in what is new to it, and tells no change that nobody made', async () => {
  const sandbox = await startSandbox({ world: 'northwind', seed: 11, scale: 0.02 });
  onTestFinished(() => sandbox.close());
  const directory = join(await temporaryFolder(), 'workspace');
  await cp(older, directory, { recursive: true });
  // Its vault is of before vaults were bound to an address: it is bound to this one when it opens.
  const label = join(directory, 'workspace.json');
  const json = await readFile(label, 'utf8');
  await writeFile(label, json.replace(/http:.*(?=\/v1)/, sandbox.url));
  vi.stubEnv('TENANTRY_PASSPHRASE', 'correct horse');
  await within(directory, async (ask, engine) => {
    const started = Date.now();
    const before = (await ask('history', { limit: 500 })).entries.length;
    await new Promise<void>((resolve) => {
      const end = engine.subscribe('status', {}, (status) => {
        const { freshness } = value(status as Result<OutputOf<'status'>>);
        if (freshness.kind !== 'synced' || freshness.asOf <= started) return;
        end();
        resolve();
      });
      void ask('startSync', {});
    });
    const [person] = (await ask('page', { entity: 'user', limit: 1 })).rows;
    expect(person?.emails).toEqual([person?.email]);
    // The sandbox began anew: the organization that had been renamed there is called as it was, and this version's world allows
    // more role sets and ways of enrolment.
    const { entries } = await ask('history', { limit: 500 });
    expect(
      entries.slice(0, entries.length - before).map(({ entity, change }) => `${change} ${entity}`),
    ).toEqual(['updated organization', 'updated settings']);
    expect(await ask('verifyHistory', {})).toMatchObject({ fault: null });
  });
});
