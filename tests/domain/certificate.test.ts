import { certificateText } from '@renderer/screens/connections/certificate-text';
import { certificateLife, certificateSpan, soonDays } from '@shared/domain/figures/certificate';
import { expect, it } from 'vitest';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 2, 9);

it.each([
  [now + 400 * day, 'good', '400 days left'],
  [now + soonDays * day, 'good', '30 days left'],
  [now + soonDays * day - 1, 'soon', '29 days left'],
  [now + day, 'soon', '1 day left'],
  [now + 1, 'soon', 'Ends today'],
  [now, 'soon', 'Ends today'],
  [now - 1, 'expired', 'Expired today'],
  [now - 3 * day, 'expired', 'Expired 3 days ago'],
])('a certificate that ends at %i is %s: %s', (expiresAt, state, text) => {
  expect(certificateLife(expiresAt, now)?.state).toBe(state);
  expect(certificateText(expiresAt, now)).toBe(text);
  for (const asked of ['expired', 'soon'] as const) {
    const { from, to } = certificateSpan(asked, now);
    expect(expiresAt >= from && expiresAt < to, asked).toBe(state === asked);
  }
});

it('of none nothing is said, and no filter finds it', () => {
  expect(certificateLife(0, now)).toBeNull();
  expect(certificateText(0, now)).toBe('');
  expect(certificateSpan('expired', now).from).toBeGreaterThan(0);
});
