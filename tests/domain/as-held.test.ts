import { asHeld } from '@shared/domain/as-held';
import { describe, expect, it } from 'vitest';

describe('asHeld', () => {
  it('keeps permissions as the set that they are', () => {
    expect(asHeld('permissions', ['org:b', 'org:a', 'org:b'])).toEqual(['org:a', 'org:b']);
  });

  it('leaves other values as they are', () => {
    expect(asHeld('text', 'b a')).toBe('b a');
    expect(asHeld(undefined, ['b', 'a'])).toEqual(['b', 'a']);
    expect(asHeld('permissions', null)).toBeNull();
  });
});
