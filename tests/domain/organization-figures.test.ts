import { noBranding } from '@shared/domain/blank-record';
import { brandFigures } from '@shared/domain/figures/branding';
import { seatFigures } from '@shared/domain/figures/seats';
import type { Branding } from '@shared/domain/records/record-map';
import { describe, expect, it } from 'vitest';

const seats = (membersCount: number, pendingInvitationsCount: number, maxAllowedMemberships: number) =>
  seatFigures({ membersCount, pendingInvitationsCount, maxAllowedMemberships });

describe('the seats of an organization', () => {
  it.each<[string, number, number, number, string, number | null, number | null]>([
    ['none taken', 0, 0, 5, 'free', 0, 5],
    ['the last but one of ten', 8, 0, 10, 'free', 0.8, 2],
    ['nine of ten', 9, 0, 10, 'near', 0.9, 1],
    ['nine of ten, one of them by an invitation', 8, 1, 10, 'near', 0.9, 1],
    ['all, some of them by invitations', 6, 4, 10, 'full', 1, 0],
    ['more than there are', 9, 4, 10, 'over', 1.3, -3],
    ['no limit', 900, 4, 0, 'unlimited', null, null],
  ])('%s', (_, members, pending, limit, seatsLevel, fullness, freeSeats) => {
    expect(seats(members, pending, limit)).toEqual({
      seatsUsed: members + pending,
      seatsLevel,
      fullness,
      freeSeats,
    });
  });
});

const branded = (parts: Partial<Branding>): Branding => ({ ...noBranding, ...parts });

describe('the verdict on a branding', () => {
  it.each<[string, Partial<Branding>, string]>([
    ['nothing set', {}, 'unset'],
    ['a name only, so that the colours are the application’s', { displayName: 'Acme' }, 'good'],
    ['grey text on white', { textColor: '#8a8a8a' }, 'poor'],
    ['text just readable', { textColor: '#767676' }, 'good'],
    ['a yellow link on white', { primaryColor: '#e0b400' }, 'poor'],
    [
      'the same yellow on black',
      { primaryColor: '#e0b400', backgroundColor: '#000', textColor: '#fff' },
      'good',
    ],
    ['dark text left on a dark background', { backgroundColor: '#111' }, 'poor'],
    ['a colour that is none: the application’s applies', { textColor: 'red' }, 'good'],
  ])('%s', (_, parts, kind) => {
    expect(brandFigures(branded(parts), '').brandVerdict).toBe(kind);
  });

  it('keeps ratios cut, never rounded up to what they do not reach', () => {
    // 4.478… and 2.995… to 1: hard to read, and told so by their figures.
    const { brandVerdict, textContrast, primaryContrast } = brandFigures(
      branded({ textColor: '#777777', primaryColor: '#959595' }),
      '',
    );
    expect([brandVerdict, textContrast, primaryContrast]).toEqual(['poor', 4.47, 2.99]);
  });
});
