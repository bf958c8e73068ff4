import { readField } from '@shared/domain/field-path';
import { isProvisional } from '@shared/domain/ids';
import { type JsonObject, textsIn } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

/** A record that a domain needs, and what the service found there; `found` is undefined where it does not look. */
export interface DnsTarget {
  readonly host: string;
  readonly value: string;
  readonly required: boolean;
  readonly found: readonly string[] | undefined;
  readonly verified: boolean;
  /** Why it fails, in the service's words. */
  readonly hints: readonly string[];
}

export function targetsOf(record: StoredRecord): readonly DnsTarget[] {
  const held = readField(record, 'cnameTargets');
  if (!Array.isArray(held)) return [];
  return held.map((each) => {
    const { host, value, required, found, verified, failureHints } = each as JsonObject;
    return {
      host: String(host),
      value: String(value),
      required: required === true,
      found: found === undefined ? undefined : textsIn(found),
      verified: verified === true,
      hints: textsIn(failureHints),
    };
  });
}

/** Whether the service has yet to say which records the name on screen needs: those at hand, if any, are of another name. */
export const isYetToBeSaid = ({ id, staged }: StoredRecord): boolean =>
  isProvisional(id) || staged?.fields.includes('name') === true;

export const asText = (targets: readonly DnsTarget[]): string =>
  targets
    .map(({ host, value, required }) => {
      const record = `CNAME ${host} -> ${value}`;
      return required ? record : t('{record} (not required)', { record });
    })
    .join('\n');

/** RFC 1035, section 5: names that end with a dot are whole. */
export const asZone = (name: string, targets: readonly DnsTarget[]): string =>
  [
    `; ${name}`,
    ...targets.map(
      ({ host, value, required }) => `${host}. 3600 IN CNAME ${value}.${required ? '' : ' ; not required'}`,
    ),
    '',
  ].join('\n');

/** The records as resources of Terraform's AWS provider; who has another one sees what to change. */
export const asTerraform = (targets: readonly DnsTarget[]): string =>
  targets
    .map(({ host, value, required }) =>
      [
        ...(required ? [] : ['# Not required.']),
        `resource "aws_route53_record" "${host.replace(/[^a-z0-9]+/gi, '_')}" {`,
        '  zone_id = var.zone_id',
        `  name    = "${host}"`,
        '  type    = "CNAME"',
        '  ttl     = 3600',
        `  records = ["${value}"]`,
        '}',
      ].join('\n'),
    )
    .join('\n\n');
