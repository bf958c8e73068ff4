import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerCall, type ShellHandlers } from '@main/shell/ipc/answer-call';
import { createLinkInbox } from '@main/shell/links/link-inbox';
import { shellHandlers } from '@main/shell/shell-handlers';
import type { WorkspaceSession } from '@main/shell/workspaces/workspace-session';
import { createUpdates } from '@main/updates/create-updates';
import { openStateFile } from '@main/updates/update-state';
import { success } from '@shared/contract/failure';
import { type ShellCallName, shellCalls } from '@shared/contract/shell';
import { describe, expect, it } from 'vitest';

const info = {
  version: '0.1.0',
  electron: '33.2.1',
  platform: 'linux' as const,
  keyring: false,
  recentUnread: null,
};

const updates = createUpdates({
  ...{ build: null, policy: null, installation: null, version: info.version },
  state: openStateFile(join(tmpdir(), 'updates')),
  ...{
    fetch,
    now: Date.now,
    isBusy: async () => false,
    mayAsk: async () => true,
    onView: () => undefined,
    log: () => undefined,
  },
});

/** The real table of handlers; a session is reached by none of the calls made here unless a test gives one. */
function handlersWith(session: Partial<WorkspaceSession> = {}): ShellHandlers {
  return shellHandlers({
    info,
    session: session as WorkspaceSession,
    saveText: async () => success(null),
    savePdf: async () => success(null),
    saveReport: async () => success(null),
    askWhere: async () => null,
    askWhich: async () => null,
    guard: {
      idle: () => ({ minutes: 15, unread: null }),
      setIdleMinutes: async () => success(null),
      copyText: async () => success(null),
      copySecret: async () => success(null),
    },
    language: {
      chosen: () => ({ language: 'system', unread: null }),
      choose: async () => success(null),
      restart: async () => success({}),
    },
    notices: { isOn: () => true, found: () => ({ on: true, unread: null }), turn: async () => success({}) },
    wipeWindowDatabases: async () => undefined,
    openExternal: async () => undefined,
    openNetworkPage: async () => success({}),
    proxies: {
      asked: () => null,
      kept: async () => success([]),
      forget: async () => success(null),
      give: async () => success(null),
    },
    windows: {
      open: () => undefined,
      openBeside: () => success({}),
      placeLeft: async () => ({ hash: '', scope: '' }),
      keepCommands: () => undefined,
    },
    tellCheck: () => undefined,
    showPreview: () => '',
    printWindow: async () => success(false),
    links: createLinkInbox(),
    updates: { ...updates, installAndQuit: updates.install },
  });
}

async function answer(name: ShellCallName, input: unknown, handlers: ShellHandlers | null = handlersWith()) {
  const reported: unknown[] = [];
  const result = await answerCall(name, handlers, { input, from: 1 }, (error) => reported.push(error));
  return { result, reported };
}

describe('a call of the shell', () => {
  it.each(Object.keys(shellCalls) as ShellCallName[])(
    '"%s" is refused to a sender not trusted',
    async (name) => {
      const { result } = await answer(name, {}, null);
      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    },
  );

  it.each<[ShellCallName, unknown]>([
    ['info', null],
    ['setLanguage', { language: 'pseudo' }],
    ['setNotices', { on: 'yes' }],
    ['open', { id: '../../etc' }],
    ['open', { id: 'a', passphrase: 'x'.repeat(2_000) }],
    ['forget', { id: '' }],
    ['createSandbox', { scenario: '/etc/passwd' }],
    ['connect', { name: 'a', url: 'not an address', apiKey: 'k', scenario: 'b2b' }],
    ['sandboxSwitch', { kind: 'latency', ms: -1 }],
    ['saveText', { fileName: '../../.bashrc', text: '' }],
    ['savePdf', { fileName: '../../report.pdf', html: '' }],
    ['restoreBackup', { from: '/etc/passwd' }],
    ['examine', { run: 'x', id: '../../etc' }],
    ['backUp', { passphrase: 'x'.repeat(2_000) }],
    ['openExternal', { url: 'http://plain.example' }],
    ['openExternal', { url: 'file:///etc/passwd' }],
    ['openExternal', { url: 'javascript:alert(1)' }],
  ])('"%s" is refused input that its schema does not have: %j', async (name, input) => {
    const { result } = await answer(name, input);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('answers with what its schema has, and drops what a handler would leak', async () => {
    const workspace = {
      id: 'northwind-1',
      name: 'Northwind',
      scenario: 'b2b',
      kind: 'remote',
      environment: 'production',
      url: 'https://identity.example/v1',
      protection: 'passphrase',
      createdAt: 1,
      apiKey: 'sk_live_secret',
      vault: { box: 'sealed' },
    };
    const list = (async () => success([workspace])) as unknown as WorkspaceSession['list'];
    const { result } = await answer('workspaces', {}, handlersWith({ list }));
    expect(result.ok).toBe(true);
    expect(JSON.stringify(result)).not.toMatch(/sk_live_secret|vault|sealed/);
  });

  it('turns a bug into a failure that says nothing of it, and reports it to the log', async () => {
    const list = () => Promise.reject(new Error('key 5a5a5a'));
    const { result, reported } = await answer('workspaces', {}, handlersWith({ list }));
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('5a5a5a');
    expect(reported).toHaveLength(1);
  });
});
