import { t } from '../../language/t';
import type { RecordId } from '../ids';
import { isProvisional } from '../ids';
import { canonicalJson, type JsonObject } from '../json';
import { ownGroup } from '../models/application-acts';
import type { StoredRecord } from '../records/record-map';
import { rejectAbsent } from './absent';
import { domainFault } from './domain-name';
import { firstFault } from './first-fault';
import { type PlanFacts, serverOf } from './plan-facts';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import { recordIn, recordKey } from './staging-world';
import { takenByNew } from './taken-over';
import { accept, type IntentSeed, reject } from './validation';

/** The steps after a creation: settings group by group, so that one that is not paid for leaves the others; then what stands in lists. */
function follows(
  recordId: RecordId,
  label: string,
  template: string,
  config: JsonObject,
): readonly IntentSeed[] {
  const step = (operation: string, values: JsonObject): IntentSeed => ({
    entity: 'application',
    recordId,
    label,
    organizationId: '',
    action: { verb: 'perform', operation, values, base: {} },
  });
  return [
    ...Object.entries(config).map(([key, value]) => step('takeConfig', { key, value })),
    step('takeSetup', { from: template }),
  ];
}

/** As the service has it; null where it has none any more. */
const templateOf = (facts: PlanFacts, from: string): StoredRecord<'application'> | null =>
  serverOf(facts, 'application', from) === null
    ? null
    : (facts.rows.get(recordKey('application', from)) as StoredRecord<'application'>);

/** It goes by its own name on its pages. */
const named = (config: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [key, ownGroup(name, key, value)]));

/** Source: `platform-beta.yml`, `PlatformCreateApplication`, `PlatformDeleteApplication`. */
export const application: Rules = {
  ...readOnly(2, 11),
  create: (batch, recordId, given) => {
    const { from = '', name = '', domain = '' } = given;
    const host = String(domain).trim().toLowerCase();
    const { domain: _domain, ...rest } = given;
    const values = { ...rest, name: String(name).trim(), ...(host !== '' && { domain: host }) };
    const wrong = values.name === '' ? t('It needs a name.') : host === '' ? null : domainFault(host);
    if (wrong !== null) return reject('invalid-input', wrong, t('Correct it and stage again.'));
    const template = recordIn(batch.world, 'application', String(from));
    if (from !== '' && (template === undefined || isProvisional(template.id)))
      return rejectAbsent(batch.world, 'application', String(from), {
        none: t('There is no application {from} to take over from.', { from: String(from) }),
        next: t('Name one that the service has, or none.'),
      });
    if (template?.sync.fetchedAt !== undefined && Object.keys(template.config).length === 0)
      return reject(
        'invalid-input',
        t('The settings of {name} were never read: nothing could be taken over.', { name: template.name }),
        t('Sync first, or choose another template.'),
      );
    const odd = firstFault(batch, 'application', values);
    if (odd !== null) return odd;
    const config = template && named(takenByNew(template).config, values.name);
    const opened: IntentSeed[] = [
      {
        entity: 'application',
        recordId,
        label: values.name,
        organizationId: '',
        action: { verb: 'create', values },
        ...(config && { shows: { config } }),
      },
      ...(template && config ? follows(recordId, values.name, template.id, config) : []),
    ];
    return accept(opened, [], null);
  },
  performs: (_, __, operation, { domain }) => {
    if (operation === 'takeConfig' || operation === 'takeSetup')
      return reject(
        'invalid-input',
        t(
          'What is taken over of a template is staged with the creation of an application, and not by itself.',
        ),
        t('Create an application from a template, or change the settings of this one.'),
      );
    const wrong = operation === 'createProduction' ? domainFault(String(domain)) : null;
    return wrong === null ? null : reject('invalid-input', wrong, t('Correct it and stage again.'));
  },
  remove: {},
  foreseen: (facts, _, { from = '' }) =>
    from !== '' && templateOf(facts, String(from)) === null
      ? {
          verdict: 'refused',
          theirs: null,
          reason: t('The service no longer has its template {from}. Nothing is made.', {
            from: String(from),
          }),
        }
      : clean,
  noted: (facts, { recordId, action }) => {
    const made = facts.creations.get(recordId)?.action;
    if (action.verb !== 'perform' || action.operation !== 'takeConfig' || made?.verb !== 'create') return '';
    const template = templateOf(facts, String(made.values.from ?? ''));
    if (template === null) return '';
    const { key = '', value = null } = action.values;
    const now = takenByNew(template).config[String(key)];
    const mine = ownGroup('', String(key), value);
    return now !== undefined && canonicalJson(ownGroup('', String(key), now)) === canonicalJson(mine)
      ? ''
      : t('{name} has other settings there by now. They go as they were when this was staged.', {
          name: template.name,
        });
  },
  undoDeletion: () => ({
    kind: 'impossible',
    reason: t('Its people, keys and domains are gone with it.'),
  }),
  // No `shared`: a namesake may be anybody's, with people in it; the service tells no time of making, so that one is asked about.
  lasting: '',
};
