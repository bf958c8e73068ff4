import { capabilitiesOf, lackOf } from '@shared/domain/capabilities';
import { entitiesOf } from '@shared/domain/entity';
import type { Failure } from '@shared/domain/failure';
import { describe, expect, it } from 'vitest';

const failed = (code: Failure['code'], lack?: ReturnType<typeof lackOf>): Failure => ({
  code,
  message: 'Why.',
  next: 'What next.',
  detail: { ...(lack && { lack }) },
});

describe('what a list that was not read lacks', () => {
  it.each<[string, Failure, ReturnType<typeof lackOf>]>([
    ['the key may not', failed('forbidden'), 'refused'],
    ['the plan does not hold it', failed('service-error', 'unpaid'), 'unpaid'],
    ['there is none', failed('service-error', 'missing'), 'missing'],
    ['organizations are off, which is not for the key', failed('forbidden', 'off'), 'off'],
    ['a fault that passes', failed('service-error'), null],
    ['the network', failed('offline'), null],
    ['a list cut short', failed('incomplete'), null],
    ['a failure that tells nothing more', { code: 'timeout', message: '', next: '' }, null],
  ])('%s', (_, failure, state) => {
    expect(lackOf(failure)).toBe(state);
  });
});

describe('the capabilities of a service', () => {
  const entities = entitiesOf('b2b', true);
  const plain = { entities, failures: new Map(), organizationSettings: null };

  it('are all there until the service says otherwise', () => {
    const states = Object.values(capabilitiesOf(plain)).map((told) => told?.state);
    expect(states).toHaveLength(entities.length + 5);
    expect(new Set(states)).toEqual(new Set(['available']));
  });

  it('say in the words of the failure why a list is not there', () => {
    const failures = new Map([['membership', failed('service-error', 'unpaid')] as const]);
    expect(capabilitiesOf({ ...plain, failures })).toMatchObject({
      'list.membership': { state: 'unpaid', reason: 'Why.', next: 'What next.' },
      'list.role': { state: 'available' },
      organizations: { state: 'available' },
    });
  });

  it('want a Platform token for policies and branding, and one that opens them', () => {
    expect(capabilitiesOf({ ...plain, entities: entitiesOf('b2c') }).platform).toMatchObject({
      state: 'off',
      next: 'Add a Platform token under Settings.',
    });
    expect(capabilitiesOf({ ...plain, entities: entitiesOf('platforms') }).platform).toEqual({
      state: 'available',
    });
    const failures = new Map([['application', failed('forbidden')] as const]);
    expect(capabilitiesOf({ ...plain, failures }).platform).toMatchObject({
      state: 'refused',
      reason: 'Why.',
    });
  });

  it('follow the settings of the instance, and what its lists say of them', () => {
    const off = capabilitiesOf({
      ...plain,
      organizationSettings: { enabled: false, slug_disabled: true, domains_enabled: false },
    });
    expect(off).toMatchObject({
      organizations: { state: 'off' },
      organizationSlugs: { state: 'off' },
      organizationDomains: { state: 'off' },
    });
    const on = capabilitiesOf({ ...plain, organizationSettings: { enabled: true, slug_disabled: false } });
    expect(on).toMatchObject({
      organizations: { state: 'available' },
      organizationSlugs: { state: 'available' },
    });
    const told = new Map([['role', failed('forbidden', 'off')] as const]);
    expect(capabilitiesOf({ ...plain, failures: told })).toMatchObject({ organizations: { state: 'off' } });
  });
});
