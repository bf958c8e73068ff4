import { lossOf } from '@renderer/screens/applications/loss-of';
import { blankRecord } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';

const application = (environment: string) => ({
  ...blankRecord('application', RecordId.parse('app_1'), 0),
  name: 'Acme',
  environment,
  domain: 'acme.example',
  state: 'synced' as const,
  staged: null,
  server: {},
  sync: { hash: '', sweep: 1, fetchedAt: 1 },
});

it('the deletion of an application names the instances that there are, and every domain', () => {
  const both = lossOf(application('production'), ['acme.example', 'summer.acme.example'], true);
  expect(both).toContain('in production');
  expect(both).toContain('The copy of its people on this machine stays');
  expect(lossOf(application('production'), [], false)).not.toContain('on this machine');
  expect(both).toContain('its domains acme.example, summer.acme.example,');
  expect(lossOf(application('development'), [], false)).toContain(
    'in its development instance, the only one',
  );
  const many = Array.from({ length: 9 }, (_, nth) => `d${nth}.example`);
  expect(lossOf(application('production'), many, false)).toContain('d4.example, 4 more,');
});
