import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(
  new URL('../../../node_modules/@clerk/cli-linux-x64/bin/clerk', import.meta.url),
);

type Config = Record<string, Record<string, unknown>>;

describe.skipIf(!existsSync(program))(
  'Clerk’s own command line, unmodified (skipped but on Linux, x64)',
  () => {
    let sandbox: Sandbox;
    let folder: string;
    let app: string;
    beforeAll(async () => {
      sandbox = await startSandbox({ world: 'campus', scale: 0.05, seed: 1, limits: 'none' });
      folder = await mkdtemp(join(tmpdir(), 'clerk-cli-'));
      app = (sandbox.applications ?? []).find(({ name }) => name === 'Ashford University')?.id ?? '';
    });
    afterAll(() => sandbox.close());

    /** Runs it as a program does, without a person: what it prints on stdout, after it ended well. */
    async function clerk(...words: readonly string[]): Promise<string> {
      const child = spawn(program, ['--mode', 'agent', ...words], {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          NO_COLOR: '1',
          CLERK_CONFIG_DIR: join(folder, 'config'),
          CLERK_TELEMETRY_DISABLED: '1',
          CLERK_NO_UPDATE_CHECK: '1',
          CLERK_PLATFORM_API_URL: sandbox.url,
          CLERK_BACKEND_API_URL: sandbox.url,
          CLERK_PLATFORM_API_KEY: sandbox.platformToken,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [stdout, stderr, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close') as Promise<[number | null]>,
      ]);
      expect(code, `clerk ${words.join(' ')}: ${stdout} ${stderr}`).toBe(0);
      return stdout;
    }
    const of = (instance: 'dev' | 'prod') => ['--app', app, '--instance', instance] as const;
    const pull = async (instance: 'dev' | 'prod', ...keys: readonly string[]): Promise<Config> =>
      JSON.parse(
        await clerk('config', 'pull', ...of(instance), ...(keys.length > 0 ? ['--keys', ...keys] : [])),
      );

    it('lists and makes applications', async () => {
      const made = JSON.parse(await clerk('apps', 'create', 'Made by hand', '--json'));
      const listed = JSON.parse(await clerk('apps', 'list', '--json')) as { application_id: string }[];
      expect(listed.map(({ application_id }) => application_id)).toEqual(
        expect.arrayContaining([app, made.application_id]),
      );
    });

    it('pulls a config and its schema, tries a patch, sends it, and puts the whole back with one value changed', async () => {
      const schema = JSON.parse(await clerk('config', 'schema', ...of('prod')));
      const held = await pull('prod');
      expect(Object.keys(schema.properties)).toEqual(
        expect.arrayContaining(['billing', 'session', 'connection_oauth_discord', 'connection_oauth_apple']),
      );
      expect(Object.keys(held).filter((key) => key.startsWith('connection_oauth_'))).toHaveLength(25);

      const patch = ['config', 'patch', ...of('prod'), '--json', '{"session":{"lifetime":120}}'];
      await clerk(...patch, '--dry-run');
      expect((await pull('prod', 'session')).session?.lifetime).toBe(held.session?.lifetime);
      await clerk(...patch, '--yes');
      expect((await pull('prod', 'session')).session?.lifetime).toBe(120);

      const file = join(folder, 'config.json');
      await clerk('config', 'pull', ...of('prod'), '--output', file);
      const whole = JSON.parse(await readFile(file, 'utf8')) as Config;
      await writeFile(file, JSON.stringify({ ...whole, auth_passkey: { enabled: true } }));
      await clerk('config', 'put', ...of('prod'), '--file', file, '--yes');
      const after = await pull('prod');
      expect(after.auth_passkey?.enabled).toBe(true);
      expect(after.session?.lifetime).toBe(120);
    });

    it('switches organizations and billing on and off', async () => {
      const on = ['--force-selection', '--auto-create', '--domains', '--max-members', '12'];
      await clerk('enable', 'orgs', ...of('dev'), ...on, '--yes');
      await clerk('enable', 'billing', ...of('dev'), '--no-skills', '--yes');
      const enabled = await pull('dev', 'organization_settings', 'billing');
      expect(enabled.organization_settings).toMatchObject({
        enabled: true,
        force_organization_selection: true,
        domains_enabled: true,
        max_allowed_memberships: 12,
        organization_creation_defaults: { enabled: true, automatic_organization_creation: { enabled: true } },
      });
      expect(enabled.billing).toEqual({ organization_enabled: true, user_enabled: true });
      await clerk('disable', 'billing', ...of('dev'), '--for', 'orgs', '--yes');
      await clerk('disable', 'orgs', ...of('dev'), '--yes');
      const disabled = await pull('dev', 'organization_settings', 'billing');
      expect(disabled.organization_settings?.enabled).toBe(false);
      expect(disabled.billing).toEqual({ organization_enabled: false, user_enabled: true });
    });

    it('pulls keys, makes people, and calls any path of both APIs', async () => {
      await clerk('env', 'pull', ...of('dev'), '--file', '.env.test');
      const keys = await readFile(join(folder, '.env.test'), 'utf8');
      expect(keys).toContain('CLERK_SECRET_KEY=sk_test_');
      const made = JSON.parse(
        await clerk(
          'users',
          'create',
          ...of('prod'),
          '--email',
          'zoe@example.com',
          '--first-name',
          'Zoe',
          '--yes',
        ),
      );
      const { data } = JSON.parse(await clerk('users', 'list', ...of('prod'), '--query', 'zoe@example.com'));
      expect((data as { id: string }[]).map(({ id }) => id)).toEqual([made.id]);
      const user = JSON.parse(await clerk('api', `/users/${made.id}`, ...of('prod')));
      expect(user.first_name).toBe('Zoe');
      const domain = JSON.parse(
        await clerk(
          'api',
          '--platform',
          `/platform/applications/${app}/domains`,
          '-d',
          '{"name":"zoe.example"}',
          '--yes',
        ),
      );
      expect(domain.name).toBe('zoe.example');
    });

    it('links a project, reads parts of a schema, and rotates keys while the old ones work on', async () => {
      const keyOf = async (): Promise<string> => {
        await clerk('env', 'pull', '--instance', 'prod', '--file', '.env.linked');
        const file = await readFile(join(folder, '.env.linked'), 'utf8');
        return /^CLERK_SECRET_KEY=(\S+)$/m.exec(file)?.[1] ?? '';
      };
      await clerk('link', '--app', app);
      const old = await keyOf();
      const schema = JSON.parse(await clerk('config', 'schema', '--keys', 'session', 'billing'));
      expect(Object.keys(schema.properties).sort()).toEqual(['billing', 'config_version', 'session']);

      const rotate = `/platform/applications/${app}/rotate_secret_keys`;
      const overlap = '{"delay_old_secrets_expiration_hours":1}';
      await clerk('api', '--platform', rotate, '-d', overlap, '--yes');
      const fresh = await keyOf();
      expect(fresh).not.toBe(old);
      for (const key of [old, fresh]) {
        const people = JSON.parse(await clerk('users', 'list', '--secret-key', key, '--limit', '1'));
        expect(people.data).toHaveLength(1);
      }
    });
  },
);
