import { t } from '../../language/t';
import { domainsOff, domainsOn } from '../capabilities';
import type { JsonObject, JsonValue } from '../json';
import { isJsonArray } from '../json';
import { organizationFor } from './batch';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean, madeAgain } from './seats';
import { recordKey } from './staging-world';
import { accept, reject, type Validation } from './validation';

const form = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** Source: spec, `POST /organizations/{organization_id}/domains`, and `OrganizationSettings`. */
export const organizationDomain: Rules = {
  ...readOnly(3, 4),
  create: (batch, recordId, raw) => {
    const { world } = batch;
    const settings = world.organizationSettings;
    const organizationId = String(raw.organizationId);
    const organization = organizationFor(batch, organizationId);
    if ('unusable' in organization) return reject('not-found', organization.unusable, organization.next);
    if (!domainsOn(settings)) return reject('invalid-input', domainsOff.reason, domainsOff.next);
    const name = String(raw.name).toLowerCase();
    if (!form.test(name))
      return reject(
        'invalid-input',
        t('"{name}" is not a domain.', { name }),
        t('Type it as in an address: acme.com.'),
      );
    const values = { enrollmentMode: 'manual_invitation', ...raw, name };
    const off = modeFault(settings, values.enrollmentMode);
    if (off !== null) return off;
    const made = [...batch.named].filter((key) => key.startsWith(`${insideOf(organizationId)}/`)).length;
    const max = settings?.max_allowed_domains;
    if (typeof max === 'number' && (world.inside.get(insideOf(organizationId)) ?? 0) + made >= max)
      return reject(
        'limit',
        t('{name} has all of its {max, number} domains.', { name: organization.name, max }),
        t('Remove one of them first.'),
      );
    const fault = firstFault(batch, 'organizationDomain', values);
    if (fault !== null) return fault;
    batch.named.add(`${insideOf(organizationId)}/${name}`);
    const label = t('{domain} of {organization}', { domain: name, organization: organization.name });
    return accept(
      [
        {
          entity: 'organizationDomain',
          recordId,
          label,
          organizationId,
          action: { verb: 'create', values },
        },
      ],
      [],
      null,
    );
  },
  guard: (world, _, path, value) =>
    path === 'enrollmentMode' && value !== undefined ? modeFault(world.organizationSettings, value) : null,
  remove: {},
  foreseen: () => clean,
  undoDeletion: (base) =>
    madeAgain(
      'organizationDomain',
      base,
      ['organizationId', 'name', 'enrollmentMode'],
      t('Added again it is a new domain: invitations and suggestions that it gave are gone.'),
    ),
};

const insideOf = (organizationId: string): string => recordKey('organizationDomain', organizationId);

/** Why the instance does not take a way of enrolment, or null: by invitation always goes, single sign-on comes with its connection. */
function modeFault(settings: JsonObject | null, mode: JsonValue): Validation | null {
  const modes = settings?.domains_enrollment_modes;
  if (mode !== 'automatic_invitation' && mode !== 'automatic_suggestion') return null;
  if (typeof modes !== 'object' || modes === null || !isJsonArray(modes) || modes.includes(mode)) return null;
  return reject(
    'invalid-input',
    mode === 'automatic_invitation'
      ? t('In this instance nobody is invited automatically by a domain.')
      : t('In this instance nobody is suggested to join by a domain.'),
    t('Switch that way of enrolment on in the organization settings first.'),
  );
}
