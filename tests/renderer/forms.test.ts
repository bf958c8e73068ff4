import { formatSeats, parseName, parseSeats, parseSlug } from '@renderer/screens/shared/field-formats';
import { editableField } from '@shared/domain/editable-fields';
import { valueFault } from '@shared/domain/staging/value-fault';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const world = { roles: new Map(), permissionKeys: new Set<string>() };

test('a form passes what staging takes, and nothing else', () => {
  const cases = [
    { path: 'slug', parse: parseSlug },
    { path: 'name', parse: parseName },
  ];
  const alphabet = fc.constantFrom(...'aZ09_-. <>é'.split(''));
  for (const { path, parse } of cases) {
    const field = editableField('organization', path);
    if (!field) throw new Error(`no field ${path}`);
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 8 }), (text) => {
        expect(parse(text).ok).toBe(valueFault(field, text.trim(), world) === null);
      }),
    );
  }
  expect(parseSlug('a_b').ok).toBe(false);
  expect(parseName('<b>bold</b>').ok).toBe(false);
  expect(parseSeats('1000000001').ok).toBe(false);
  expect(parseSeats('1000000000').ok).toBe(true);
});

test('seats are written with the separators of the system, and may be typed so', () => {
  expect(formatSeats(12_345)).toBe('12,345');
  expect(formatSeats(0)).toBe('Unlimited');
  expect(['12,345', '12345', ' 999 '].map((text) => parseSeats(text))).toEqual(
    [12_345, 12_345, 999].map((value) => ({ ok: true, value })),
  );
  expect(['1,00', '12.345', '-5', '1,', ',100', '1,0000'].map((text) => parseSeats(text).ok)).toEqual(
    Array.from({ length: 6 }, () => false),
  );
});
