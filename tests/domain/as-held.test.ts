import { asHeld } from '@shared/domain/as-held';
import { sameHeld } from '@shared/domain/normalised';
import { describe, expect, it } from 'vitest';

describe('asHeld', () => {
  it('keeps permissions as the set that they are', () => {
    expect(asHeld('permissions', ['org:b', 'org:a', 'org:b'])).toEqual(['org:a', 'org:b']);
  });

  it('takes the blanks around each text of a list', () => {
    expect(asHeld('list', [' https://a.example/cb ', 'b'])).toEqual(['https://a.example/cb', 'b']);
    expect(asHeld('permissions', [' org:b', 'org:a ', 'org:b'])).toEqual(['org:a', 'org:b']);
  });

  it('leaves other values as they are', () => {
    expect(asHeld('text', 'b a')).toBe('b a');
    expect(asHeld(undefined, ['b', 'a'])).toEqual(['b', 'a']);
    expect(asHeld('permissions', null)).toBeNull();
  });
});

describe('sameHeld', () => {
  it('compares the texts of a list as the service may spell them, in their order', () => {
    expect(sameHeld('list', ['two  words', 'cafe\u0301'], ['two words', 'café'])).toBe(true);
    expect(sameHeld('list', ['a', 'b'], ['b', 'a'])).toBe(false);
    expect(sameHeld('json', [' a'], ['a'])).toBe(false);
  });
});
