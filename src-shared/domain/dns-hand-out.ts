import { t } from '../language/t';
import { readField } from './field-path';
import { isProvisional } from './ids';
import { type JsonObject, textsIn } from './json';
import type { StoredRecord } from './records/record-map';

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
      const record = `CNAME ${onOneLine(host)} -> ${onOneLine(value)}`;
      return required ? record : t('{record} (not required)', { record });
    })
    .join('\n');

/** Lines that any name server reads (RFC 1035, section 5): names are whole, and what means something there is escaped. */
export const asZone = (name: string, targets: readonly DnsTarget[]): string =>
  [
    `; ${onOneLine(name)}`,
    ...targets.map(
      ({ host, value, required }) =>
        `${zoneName(host)} 3600 IN CNAME ${zoneName(value)}${required ? '' : ' ; not required'}`,
    ),
    '',
  ].join('\n');

/** The records as resources of Terraform's AWS provider; who has another one sees what to change. */
export const asTerraform = (targets: readonly DnsTarget[]): string => {
  const taken = new Set<string>();
  return targets
    .map(({ host, value, required }) =>
      [
        ...(required ? [] : ['# not required']),
        `resource "aws_route53_record" "${resourceName(host, taken)}" {`,
        '  zone_id = var.zone_id',
        `  name    = ${hclText(withoutDot(host))}`,
        '  type    = "CNAME"',
        '  ttl     = 3600',
        `  records = [${hclText(withoutDot(value))}]`,
        '}',
      ].join('\n'),
    )
    .join('\n\n');
};

const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

const withoutDot = (name: string): string => name.replace(/\.$/, '');

/** A whole name of a zone file: `\X` for what means something in one, `\DDD` for bytes (UTF-8) that are no printable ASCII. */
function zoneName(name: string): string {
  const escaped = withoutDot(name)
    .replace(/[\\"();@$]/g, '\\$&')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\x21-\x7e]+/g, (signs) =>
      [...signs]
        .flatMap(bytesOf)
        .map((byte) => `\\${String(byte).padStart(3, '0')}`)
        .join(''),
    );
  return `${escaped}.`;
}

/** Of one sign, as UTF-8. */
function bytesOf(sign: string): readonly number[] {
  const coded = encodeURIComponent(sign);
  return coded === sign
    ? [sign.charCodeAt(0)]
    : coded
        .slice(1)
        .split('%')
        .map((hex) => Number.parseInt(hex, 16));
}

/** A quoted text of Terraform's language, with nothing in it that is a template. */
function hclText(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/[$%](?=\{)/g, '$&$&')
    .replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${escaped}"`;
}

/** An identifier of Terraform's language, which begins with no digit and is there once. */
function resourceName(host: string, taken: Set<string>): string {
  const word = host.replace(/[^a-z0-9]+/gi, '_').replace(/^(?=[0-9]|$)/, '_');
  let name = word;
  for (let number = 2; taken.has(name); number += 1) name = `${word}_${number}`;
  taken.add(name);
  return name;
}
