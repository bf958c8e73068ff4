import { secretMask } from '@shared/domain/config-field';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { actionWithoutSecrets } from '@shared/domain/records/secrets';
import { takenByNew, takenOver } from '@shared/domain/rules/taken-over';
import { expect, it } from 'vitest';
import { applicationRow } from './application-row';

/** A template with such a config, and what is staged to change in it. */
const templateOf = (config: JsonObject, staged: Readonly<Record<string, JsonValue>> = {}) =>
  applicationRow({ config, domain: 'learn.acme.example' }, staged);

it.each<[string, JsonObject, Partial<ReturnType<typeof takenOver>>]>([
  [
    'pages and mail addresses stay behind, and are named',
    {
      paths: { sign_in_url: 'https://acme.example/in', after: ['https://acme.example'] },
      branding: { support_email: 'help@acme.example', primary_color: '#111111' },
      session: { claims: { aud: 'api.learn.acme.example', plan: 'pro' } },
    },
    {
      config: { branding: { primary_color: '#111111' }, session: { claims: { plan: 'pro' } } },
      addresses: ['paths', 'branding', 'session'],
      secrets: [],
    },
  ],
  [
    'a list with a mask in it is unknown as a whole',
    { hooks: { keys: [{ client_secret: '••••' }], regions: ['eu'] } },
    { config: { hooks: { regions: ['eu'] } }, secrets: ['hooks'] },
  ],
  [
    'secrets are named that read back as null, however deep, and of groups that nothing reads back of',
    {
      sms: { provider: { auth_token: null, sender: 'Acme' } },
      google: {
        enabled: true,
        client_secret: null,
        client_id: 'of the template',
        scopes: ['mail'],
        team: { id: 'kept' },
      },
      apple: { enabled: false, client_secret: null },
      slack: { enabled: false, client_secret: '••••' },
      hooks: { signing: [{ signing_key: 'shown in plain' }] },
      compliance: null,
      branding: { sign_in_title: null },
    },
    {
      config: {
        sms: { provider: { sender: 'Acme' } },
        google: { enabled: true, scopes: ['mail'], team: { id: 'kept' } },
        apple: { enabled: false },
        slack: { enabled: false },
      },
      secrets: ['sms', 'google', 'slack', 'hooks', 'compliance'],
    },
  ],
])('%s', (_, config, taken) => {
  expect(takenOver(templateOf(config))).toMatchObject(taken);
});

it('a connection whose secret stays behind is off with a new customer, and says nothing of the template’s client', () => {
  const apple = { enabled: true, client_id: 'of the template', client_secret: '••••', scopes: [] };
  const taken = takenByNew(templateOf({ apple, password: { enabled: true } }));
  expect(taken.config).toEqual({ apple: { enabled: false, scopes: [] }, password: { enabled: true } });
  expect(taken.secrets).toEqual(['apple']);
});

it('what is staged for the template is not taken over: it may never come to be', () => {
  const template = templateOf(
    { auth_password: { min_length: 8 } },
    { 'config.auth_password.min_length': 20 },
  );
  expect(template.config).toEqual({ auth_password: { min_length: 20 } });
  expect(takenOver(template).config).toEqual({ auth_password: { min_length: 8 } });
});

it('a secret among the values of an act is kept as its mask', () => {
  const values = { key: 'google', value: { client_id: 'mine', client_secret: 'plain' } };
  const action = { verb: 'perform', operation: 'takeConfig', values, base: {} } as const;
  expect(actionWithoutSecrets('application', action).values).toEqual({
    key: 'google',
    value: { client_id: 'mine', client_secret: secretMask },
  });
});
