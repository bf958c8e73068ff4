import { createFields } from '@renderer/fields/create-fields';
import { parseField } from '@renderer/fields/field-input';
import { fieldText } from '@renderer/fields/field-text';
import { parseSetting, settingText } from '@renderer/screens/applications/setting-text';
import { parseLimit, valueText } from '@renderer/screens/plan-book/limit-text';
import type { ConfigSetting } from '@shared/domain/config-settings';
import { editableField } from '@shared/domain/editable-fields';
import type { EntityName } from '@shared/domain/entity';
import { nothingKnown } from '@shared/domain/kinds/kind';
import { valueFault } from '@shared/domain/rules/value-fault';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const seats = 'maxAllowedMemberships';
const parse = (path: string, text: string) => parseField('organization', path, text);

test('a form passes what staging takes, and nothing else', () => {
  const alphabet = fc.constantFrom(...'aZ09_-. <>é'.split(''));
  for (const path of ['slug', 'name']) {
    const field = editableField('organization', path);
    if (!field) throw new Error(`no field ${path}`);
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 8 }), (text) => {
        expect(parse(path, text).ok).toBe(valueFault(field, text.trim(), nothingKnown) === null);
      }),
    );
  }
  expect(parse('slug', 'a_b').ok).toBe(false);
  expect(parse('name', '<b>bold</b>').ok).toBe(false);
  expect(parse(seats, '1000000001').ok).toBe(false);
  expect(parse(seats, '1000000000').ok).toBe(true);
});

test('seats are written with the separators of the system, and may be typed so', () => {
  expect(fieldText('organization', seats, 12_345)).toBe('12,345');
  expect(fieldText('organization', seats, 0)).toBe('Unlimited');
  expect(['12,345', '12345', ' 999 '].map((text) => parse(seats, text))).toEqual(
    [12_345, 12_345, 999].map((value) => ({ ok: true, value })),
  );
  expect(['1,00', '12.345', '-5', '1,', ',100', '1,0000'].map((text) => parse(seats, text).ok)).toEqual(
    Array.from({ length: 6 }, () => false),
  );
});

test('so are settings and the limits of a plan', () => {
  const lifetime: ConfigSetting = {
    path: 'config.session.lifetime_seconds',
    group: 'session',
    title: 'Lifetime',
    kind: 'number',
    options: [],
    whole: true,
    minimum: 60,
    maximum: 1_000_000,
    pattern: undefined,
    format: undefined,
    maxLength: undefined,
    writeOnly: false,
    initial: undefined,
    unordered: false,
  };
  const shown = settingText(lifetime.path, 604_800);
  expect(shown).toBe('604,800');
  expect(parseSetting(lifetime, shown)).toEqual({ ok: true, value: 604_800 });
  expect(['6,04', '604.800', '59', '6e5.5', ''].map((text) => parseSetting(lifetime, text).ok)).toEqual(
    Array.from({ length: 5 }, () => false),
  );
  expect(parseLimit(valueText(12_345))).toEqual({ ok: true, value: 12_345 });
  expect(['1,00', '1,000,000,000'].map((text) => parseLimit(text).ok)).toEqual([false, false]);
});

test('a form asks for what the creation of a record names and a form can set, and not for what stands already', () => {
  const asked = (entity: EntityName, known: readonly string[] = []) =>
    createFields(entity, known).map(([name]) => name);
  const more = ['createdBy', 'publicMetadata', 'privateMetadata'];
  expect(asked('organization')).toEqual(['name', 'slug', 'maxAllowedMemberships', 'roleSetKey', ...more]);
  expect(asked('organization', ['slug', ...more])).toEqual(['name', 'maxAllowedMemberships', 'roleSetKey']);
  expect(asked('membership')).toEqual(['organizationId', 'userId', 'role']);
  expect(asked('membership', ['organizationId'])).toEqual(['userId', 'role']);
  expect(asked('permission')).toEqual(['key', 'name', 'description']);
  expect(parseField('permission', 'key', ' org:a:b ')).toEqual({ ok: true, value: 'org:a:b' });
});
