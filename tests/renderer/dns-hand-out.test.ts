import { asTerraform, asText, asZone, isYetToBeSaid, targetsOf } from '@renderer/screens/shared/dns-hand-out';
import { provisionalId } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';

const domain = {
  id: 'dmn_1',
  name: 'learn.vale.example',
  cnameTargets: [
    {
      host: 'clerk.learn.vale.example',
      value: 'frontend-api.clerk.services',
      required: true,
      found: ['edge.oldhost.example'],
      verified: false,
      failureHints: ['It leads elsewhere.'],
    },
    { host: 'accounts.learn.vale.example', value: 'accounts.clerk.services', required: false },
  ],
} as unknown as StoredRecord;

it('hands the records of a domain over as a text, a zone file, and for Terraform', () => {
  const targets = targetsOf(domain);
  expect(targets.map(({ found, verified, hints }) => ({ found, verified, hints }))).toEqual([
    { found: ['edge.oldhost.example'], verified: false, hints: ['It leads elsewhere.'] },
    { found: undefined, verified: false, hints: [] },
  ]);
  expect(asText(targets)).toBe(
    [
      'CNAME clerk.learn.vale.example -> frontend-api.clerk.services',
      'CNAME accounts.learn.vale.example -> accounts.clerk.services (not required)',
    ].join('\n'),
  );
  expect(asZone('learn.vale.example', targets).split('\n')[1]).toBe(
    'clerk.learn.vale.example. 3600 IN CNAME frontend-api.clerk.services.',
  );
  expect(asZone('learn.vale.example', targets).split('\n')[2]).toMatch(/ ; not required$/);
  const terraform = asTerraform(targets);
  expect(terraform).toContain('resource "aws_route53_record" "clerk_learn_vale_example" {');
  expect(terraform).toContain(
    '# Not required.\nresource "aws_route53_record" "accounts_learn_vale_example" {',
  );
  expect(terraform.match(/records = \["/g)).toHaveLength(2);
});

it('hands nothing over while the name is one that the service has not heard of', () => {
  const staged = (fields: readonly string[]) =>
    ({ ...domain, staged: { verb: 'update', fields } }) as StoredRecord;
  expect(isYetToBeSaid({ ...domain, staged: null } as StoredRecord)).toBe(false);
  expect(isYetToBeSaid(staged(['rank']))).toBe(false);
  expect(isYetToBeSaid(staged(['name']))).toBe(true);
  expect(isYetToBeSaid({ ...domain, id: provisionalId('new'), staged: null } as StoredRecord)).toBe(true);
});
