import { configPrefix, holdsMask, isSecretSetting, isUnknownValue, withoutSecretsIn } from '../config-field';
import { readField } from '../field-path';
import { isJsonArray, type JsonObject, type JsonValue } from '../json';
import { isEmail } from '../kinds/texts';
import { lastKnownRow } from '../project';
import type { StoredRecord } from '../records/record-map';

/** What a new application takes of its template's config, and which groups have something that it cannot take. Keys of groups. */
export interface TakenOver {
  readonly config: JsonObject;
  /** Secrets, and what does not read back at all. */
  readonly secrets: readonly string[];
  /** The template's own pages and mail addresses: the new one's people must not be sent there. */
  readonly addresses: readonly string[];
}

interface Sifted {
  /** Undefined where nothing is left. */
  readonly taken: JsonValue | undefined;
  readonly secret: boolean;
  readonly address: boolean;
}

/**
 * What can be taken over of a template, as the service held it last: edits that are staged or were refused are none of it. What reads
 * back masked or as null is unknown, and never sent; a list is taken whole, or not at all. A connection whose secret stays behind leaves the
 * client that the secret is of (its texts) behind as well: it is the template's own.
 */
export function takenOver(template: StoredRecord<'application'>): TakenOver {
  const { config, domain } = lastKnownRow('application', template) ?? template;
  const sifted = Object.entries(config).map(([key, value]) => ({
    key,
    ...sift(withoutSecretsIn(configPrefix + key, value), configPrefix + key, domain),
    ...(value === null && { secret: true }),
  }));
  const keys = (of: (each: Sifted) => boolean) => sifted.filter(of).map(({ key }) => key);
  return {
    config: Object.fromEntries(
      sifted.flatMap(({ key, taken }) => (taken === undefined ? [] : [[key, taken] as const])),
    ),
    secrets: keys(({ secret }) => secret),
    addresses: keys(({ address }) => address),
  };
}

function sift(value: JsonValue, path: string, domain: string): Sifted {
  const none = { taken: undefined, secret: false, address: false };
  if (isUnknownValue(value)) return { ...none, secret: value !== null || isSecretSetting(path) };
  if (value === null || typeof value !== 'object' || isJsonArray(value)) {
    if (holdsMask(value)) return { ...none, secret: true };
    return holdsAddress(value, domain) ? { ...none, address: true } : { ...none, taken: value };
  }
  const parts = Object.entries(value).map(([key, inner]) => ({
    key,
    ...sift(inner, `${path}.${key}`, domain),
    // A connection that is off has no secret to miss.
    ...(inner === null && value.enabled === false && { secret: false }),
  }));
  const secret = parts.some((part) => part.secret);
  const kept = parts.flatMap(({ key, taken }) =>
    taken === undefined || (secret && typeof value.enabled === 'boolean' && typeof taken === 'string')
      ? []
      : [[key, taken] as const],
  );
  return {
    taken: kept.length === 0 ? undefined : Object.fromEntries(kept),
    secret,
    address: parts.some(({ address }) => address),
  };
}

/**
 * The same as a new application takes it: what cannot work without a secret that stays behind is off there until somebody sets it anew.
 */
export function takenByNew(template: StoredRecord<'application'>): TakenOver {
  const taken = takenOver(template);
  const config = Object.fromEntries(
    Object.entries(taken.config).map(([key, value]) => [
      key,
      taken.secrets.includes(key) && readField({ value }, 'value.enabled') === true
        ? { ...(value as JsonObject), enabled: false }
        : value,
    ]),
  );
  return { ...taken, config };
}

/** Whether a page, a mail address or the domain itself stands anywhere in a value. */
function holdsAddress(value: JsonValue, domain: string): boolean {
  if (value !== null && typeof value === 'object')
    return Object.values(value).some((inner) => holdsAddress(inner, domain));
  if (typeof value !== 'string') return false;
  return /https?:\/\//i.test(value) || (domain !== '' && value.includes(domain)) || isEmail(value);
}
