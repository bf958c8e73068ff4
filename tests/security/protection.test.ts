import { webPreferences } from '@main/shell/window/web-preferences';
import { chooseProtection } from '@main/shell/workspaces/choose-protection';
import type { Keyring } from '@main/workspace/vault/keyring';
import { success } from '@shared/contract/failure';
import { expect, test } from 'vitest';

const keyring: Keyring = { wrap: success, unwrap: success };

test('a real instance without a keyring and without a passphrase is refused, not kept in plain text', () => {
  const chosen = chooseProtection('remote', undefined, null);
  expect(chosen).toMatchObject({ ok: false, error: { code: 'no-keyring' } });
});

test('a real instance is kept by the keyring or by a passphrase, never by the profile', () => {
  expect(chooseProtection('remote', undefined, keyring)).toMatchObject({ value: { kind: 'keyring' } });
  expect(chooseProtection('remote', 'granite otter', null)).toMatchObject({ value: { kind: 'passphrase' } });
  expect(chooseProtection('remote', 'granite otter', keyring)).toMatchObject({
    value: { kind: 'passphrase' },
  });
});

test('a sandbox, whose data are made up, may lie in the profile', () => {
  expect(chooseProtection('sandbox', undefined, null)).toMatchObject({ value: { kind: 'profile' } });
});

test('a page has no Node, no webview, and a context and a sandbox of its own', () => {
  expect(webPreferences('/preload.cjs')).toEqual({
    preload: '/preload.cjs',
    additionalArguments: ['--tenantry-language=en'],
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    v8CacheOptions: 'bypassHeatCheck',
  });
});
