import { fillPlain } from '@shared/language/fill-plain';
import { formatParts } from '@shared/language/format-message';
import { german } from '@shared/language/german';
import { expect, it } from 'vitest';
import { builtGerman } from '../../scripts/one-catalog';

const texts = Object.entries(german).flat();

it('the built German is the German of the sources', async () => {
  const built: unknown = await import(`data:text/javascript,${encodeURIComponent(builtGerman())}`);
  expect(built).toHaveProperty('german', german);
});

it('a text with names only is filled as ICU MessageFormat fills it; one of another kind is left to it', () => {
  const plain = texts.filter((text) => /\{\w+\}/.test(text) && !/['<]|\{\w+,/.test(text));
  expect(plain.length).toBeGreaterThan(1_000);
  for (const text of plain) {
    const values = Object.fromEntries(
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `<${name}> {x} it's`]),
    );
    const parts = formatParts(text, false, values).map(({ value }) => value);
    expect(fillPlain(text, values)).toBe(parts.join(''));
  }
  for (const other of [
    "{name}''s",
    "'{name}'",
    '{count, plural, one {one} other {#}}',
    '{count, number} of {name}',
  ])
    expect(fillPlain(other, { name: 'x', count: 1 })).toBeNull();
  expect(() => fillPlain('{name} leaves', {})).toThrow('without its name');
});
