import {
  asTerraform,
  asText,
  asZone,
  type DnsTarget,
  isYetToBeSaid,
  targetsOf,
} from '@shared/domain/dns-hand-out';
import { provisionalId } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHcl } from '../support/read-hcl';
import { readZone } from '../support/read-zone';

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
    '# not required\nresource "aws_route53_record" "accounts_learn_vale_example" {',
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

const target = (host: string, value: string, required = true): DnsTarget => ({
  host,
  value,
  required,
  found: [],
  verified: false,
  hints: [],
});
/** What a service may say: all that means something in one of the forms, a digit first, names that differ in their signs alone. */
const strange = [
  target('2fa.shop.example.', 'edge.example.', false),
  target('a-b.shop.example', 'x.example'),
  target('a.b.shop.example', 'x.example'),
  target('_domainkey."$\x7bvar.zone_id}".example', 'q\\uote"%{if}.example'),
  target('*.shop.example', 'x.example\n@ 60 IN A 192.0.2.1', false),
  target('$ORIGIN.; (x).example', 'bücher.example'),
];
const labels = (name: string): readonly string[] => name.replace(/\.$/, '').split('.');

it.each([[strange], [targetsOf(domain)]])(
  'a name server and Terraform read each record as it was meant',
  (targets) => {
    const zone = readZone(asZone('shop.example\n@ 60 IN A 192.0.2.1', targets));
    expect(zone).toEqual(
      targets.map(({ host, value }) => ({
        owner: labels(host),
        ttl: 3_600,
        type: 'CNAME',
        data: labels(value),
      })),
    );
    const resources = readHcl(asTerraform(targets));
    expect(resources.map(({ type, args }) => ({ ...args, of: type }))).toEqual(
      targets.map(({ host, value }) => ({
        of: 'aws_route53_record',
        zone_id: { ref: 'var.zone_id' },
        name: host.replace(/\.$/, ''),
        ttl: 3_600,
        type: 'CNAME',
        records: [value.replace(/\.$/, '')],
      })),
    );
    expect(asText(targets).split('\n')).toHaveLength(targets.length);
  },
);

it('so it is of any names', () => {
  const label = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((text) => !text.includes('.'));
  const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  const some = fc.array(
    fc.tuple(name, name).map(([host, value]) => target(host, value)),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(some, (targets) => {
      const zone = readZone(asZone('any', targets));
      expect(zone.map(({ owner, data }) => [owner, data])).toEqual(
        targets.map(({ host, value }) => [labels(host), labels(value)]),
      );
      expect(readHcl(asTerraform(targets)).map(({ args }) => [args.name, args.records])).toEqual(
        targets.map(({ host, value }) => [host, [value]]),
      );
    }),
  );
});
