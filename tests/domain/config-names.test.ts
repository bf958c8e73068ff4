import { ConfigDocument } from '@main/sandbox/seed/config-document';
import { configField } from '@shared/domain/config-field';
import { configGroups, settingName } from '@shared/domain/config-settings';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { settingFault } from '@shared/domain/setting-fault';
import { expect, test } from 'vitest';
import { z } from 'zod';

const schema = z.toJSONSchema(ConfigDocument, { io: 'input' }) as JsonObject;
const settings = configGroups(schema).flatMap((group) => group.settings);
const setting = (path: string) => {
  const found = settings.find((each) => each.path === `config.${path}`);
  if (!found) throw new Error(`no setting ${path}`);
  return found;
};

test('every setting has one name, and no two have the same', () => {
  const names = settings.map(settingName);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('Google: enabled');
  expect(names).toContain('Second factor required');
});

test('a setting of any name has words, also one that every object has', () => {
  expect(configField('config.constructor.to_string')?.label).toBe('Constructor: to string');
  expect(configField('config.auth_password.toString')?.label).toBe('Passwords: toString');
});

test('a value that its schema forbids is named before it is staged', () => {
  const fault = (path: string, value: JsonValue) => settingFault(setting(path), value);
  expect(fault('branding.primary_color', 'notacolour')).toContain('colour');
  expect(fault('branding.primary_color', '#1f6feb')).toBeNull();
  expect(fault('branding.support_email', 'not-an-email')).toContain('email');
  expect(fault('branding.terms_url', 'terms')).toContain('https');
  expect(fault('branding.terms_url', 'https://acme.example/terms')).toBeNull();
  expect(fault('branding.application_name', 'x'.repeat(101))).toContain('100');
  expect(fault('auth_access_control.sign_up_mode', 'open')).toContain('public');
  expect(fault('auth_access_control.sign_up_mode', 7)).toContain('public');
  expect(fault('auth_password.min_length', 'twelve')).toBe('Type a whole number from 8 to 72.');
  expect(fault('auth_password.min_length', 12.5)).toContain('whole');
  expect(fault('auth_password.min_length', 73)).toContain('72');
  expect(fault('auth_multi_factor.required_for_sign_up', 'true')).toBe('Choose true or false.');
  expect(fault('branding.application_name', true)).toBe('Type a text.');
});

test('a schema in another spelling is read as well, and what may be several things is left to the service', () => {
  const read = (described: JsonObject) =>
    configGroups({ properties: { group: { properties: { one: described } } } }).flatMap(
      (group) => group.settings,
    )[0];
  expect(read({ type: ['integer', 'null'] })).toMatchObject({ kind: 'number', whole: true });
  expect(read({ anyOf: [{ type: 'null' }, { type: 'number' }] })).toMatchObject({
    kind: 'number',
    whole: false,
  });
  expect(read({ type: ['string', 'null'], enum: ['a', 'b', null] })?.options).toEqual(['a', 'b']);
  expect(read({ anyOf: [{ type: 'number' }, { type: 'string' }] })?.kind).toBe('json');
});
