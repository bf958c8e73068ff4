import { isUnknownValue } from '../config-field';
import type { RecordId } from '../ids';
import { isProvisional } from '../ids';
import { isJsonArray, type JsonObject, type JsonValue } from '../json';
import type { StoredRecord } from '../records/record-map';
import { domainFault } from './domain-name';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import { recordIn } from './staging-world';
import { accept, type IntentSeed, reject } from './validation';

/**
 * A group of settings without what the service keeps to itself: what reads back masked or as null is unknown, and never sent. Undefined where
 * nothing is left.
 */
function known(value: JsonValue): JsonValue | undefined {
  if (isUnknownValue(value)) return undefined;
  if (value === null || typeof value !== 'object' || isJsonArray(value)) return value;
  const parts = Object.entries(value).flatMap(([key, inner]) => {
    const kept = known(inner);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

/** What a new application takes of its template's config, by group. It goes by its own name on its pages. */
export function configToTake(template: JsonObject, name: string): readonly (readonly [string, JsonValue])[] {
  return Object.entries(template).flatMap(([key, value]) => {
    const taken = known(value);
    if (taken === undefined) return [];
    const named = key === 'branding' && typeof taken === 'object' && taken !== null && !isJsonArray(taken);
    return [[key, named ? { ...taken, application_name: name } : taken] as const];
  });
}

/** The steps after a creation: settings group by group, so that one that is not paid for leaves the others; then what stands in lists. */
function follows(
  recordId: RecordId,
  label: string,
  template: StoredRecord<'application'>,
): readonly IntentSeed[] {
  const step = (operation: string, values: JsonObject): IntentSeed => ({
    entity: 'application',
    recordId,
    label,
    organizationId: '',
    action: { verb: 'perform', operation, values, base: {} },
  });
  return [
    ...configToTake(template.config, label).map(([key, value]) => step('takeConfig', { key, value })),
    step('takeSetup', { from: template.id }),
  ];
}

/** Source: `platform-beta.yml`, `PlatformCreateApplication`, `PlatformDeleteApplication`. */
export const application: Rules = {
  ...readOnly(2, 11),
  create: (batch, recordId, given) => {
    const { from = '', name = '', domain = '' } = given;
    const host = String(domain).trim().toLowerCase();
    const { domain: _domain, ...named } = given;
    const values = { ...named, name: String(name).trim(), ...(host !== '' && { domain: host }) };
    const wrong = values.name === '' ? 'It needs a name.' : host === '' ? null : domainFault(host);
    if (wrong !== null) return reject('invalid-input', wrong, 'Correct it and stage again.');
    const template = recordIn(batch.world, 'application', String(from));
    if (from !== '' && (template === undefined || isProvisional(template.id)))
      return reject(
        'not-found',
        `There is no application ${String(from)} to take over from.`,
        'Name one that the service has, or none.',
      );
    if (template?.sync.fetchedAt !== undefined && Object.keys(template.config).length === 0)
      return reject(
        'invalid-input',
        `The settings of ${template.name} were never read: nothing could be taken over.`,
        'Sync first, or choose another template.',
      );
    const odd = firstFault(batch, 'application', values);
    if (odd !== null) return odd;
    const shows = template && { config: Object.fromEntries(configToTake(template.config, values.name)) };
    const opened: IntentSeed[] = [
      {
        entity: 'application',
        recordId,
        label: values.name,
        organizationId: '',
        action: { verb: 'create', values },
        ...(shows && { shows }),
      },
      ...(template === undefined ? [] : follows(recordId, values.name, template)),
    ];
    return accept(opened, [], null);
  },
  remove: {},
  foreseen: () => clean,
  undoDeletion: () => ({
    kind: 'impossible',
    reason: 'Its people, keys and domains are gone with it.',
  }),
  // No `shared`: a namesake may be anybody's, with people in it; the service tells no time of making, so that one is asked about.
  lasting: '',
};
