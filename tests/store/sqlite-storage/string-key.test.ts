import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringKey, stringOfKey } from '../../../src-main/store/sqlite-storage/string-key';

/** Any sequence of UTF-16 code units, broken pairs and NUL included, dense around the borders. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(
    0,
    1,
    2,
    0x1f,
    0x20,
    0xd7ff,
    0xd800,
    0xdbff,
    0xdc00,
    0xdfff,
    0xe000,
    0xe7ff,
    0xe800,
    0xffff,
  ),
);
const anyString = fc.array(unit, { maxLength: 6 }).map((units) => String.fromCharCode(...units));

describe('string keys', () => {
  it('sort by bytes as the strings sort in JavaScript', () => {
    fc.assert(
      fc.property(anyString, anyString, (a, b) => {
        const bytes = Math.sign(Buffer.compare(Buffer.from(stringKey(a)), Buffer.from(stringKey(b))));
        expect(bytes).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('give the string back', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(stringOfKey(stringKey(text))).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('leave ordinary text as it is, for SQL to read', () => {
    expect(stringKey('Zoë Müller')).toBe('Zoë Müller');
  });
});
