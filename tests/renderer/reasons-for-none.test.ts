import { reasonsForNone } from '@renderer/state/capabilities';
import { expect, it } from 'vitest';

const missing = (reason: string) => ({ state: 'missing', reason, next: '' }) as const;
const known = {
  branding: missing('No branding.'),
  'list.plan': missing('No plans.'),
  'list.template': { state: 'refused', reason: 'The key may not.', next: '' },
} as const;

it('tells why a room holds nothing: of all that it shows, or of what it needs, the service has none', () => {
  expect(reasonsForNone(known, { shows: ['plan'] })).toBe('No plans.');
  expect(reasonsForNone(known, { shows: ['organization', 'application'], needs: ['branding'] })).toBe(
    'No branding.',
  );
});

it('leaves a room be that holds some, that is only refused, or that shows no list', () => {
  expect(reasonsForNone(known, { shows: ['plan', 'organization'] })).toBeNull();
  expect(reasonsForNone(known, { shows: ['template'], needs: ['list.template'] })).toBeNull();
  expect(reasonsForNone(known, { shows: [] })).toBeNull();
  expect(reasonsForNone(undefined, { shows: ['plan'] })).toBeNull();
});
