import { t } from '../../language/t';
import { readField } from '../field-path';
import { isProvisional } from '../ids';
import type { JsonObject } from '../json';
import { addressFault } from '../kinds/web-address';
import { rejectAbsent } from './absent';
import { type Batch, leavingFault, standingKey } from './batch';
import { domainFault, proxyPathFault } from './domain-name';
import { marked } from './marked';
import { serverOf } from './plan-facts';
import type { Rules } from './rules';
import { clean, madeAgain } from './seats';
import { recordIn, recordKey } from './staging-world';
import { reject, skip, type Validation } from './validation';

function proxyFault(value: unknown): string | null {
  if (value === undefined || value === '') return null;
  const fault = addressFault(String(value), {});
  return fault && t('The address of the proxy, {value}, {fault}.', { value: String(value), fault });
}

/** Of an instance only satellites are added, of a platform's application none (spec, `POST /domains`, `is_satellite`). */
const satelliteFault = (applicationId: unknown, isSatellite: unknown): string | null => {
  if (isSatellite === undefined || isSatellite === (applicationId === '')) return null;
  return applicationId === ''
    ? t('Only satellites can be added: the primary domain is renamed instead.')
    : t('A domain of a platform is no satellite.');
};

const asBefore = t('Its DNS is checked anew.');
const addedWith = ['name', 'applicationId', 'proxyPath'];

/** What a domain of a platform was added with: its proxy is said by a path, and read back as an address. */
const asAdded = (base: JsonObject): JsonObject => {
  const [, path = ''] = /^https:\/\/[^/]+(\/.+)$/.exec(String(base.proxyUrl ?? '')) ?? [];
  return { ...base, proxyPath: path };
};

const own = marked('domain', {
  phase: 3,
  mark: 'name',
  fault: domainFault,
  check: ({ proxyUrl = '', proxyPath = '', applicationId = '', isSatellite }) =>
    satelliteFault(applicationId, isSatellite) ??
    (applicationId !== '' && proxyUrl !== ''
      ? t('A domain of a platform takes a proxy path, such as /__clerk, and no address of a proxy.')
      : proxyFault(proxyUrl)) ??
    proxyPathFault(proxyPath),
  remove: {
    refuse: (record) =>
      isPrimary(record)
        ? reject(
            'invalid-input',
            t('The primary domain cannot be removed.'),
            t('Change its name instead, or make another one primary first.'),
          )
        : null,
  },
  again: ['proxyUrl'],
  caveat: asBefore,
});

/** Why a domain cannot complete the announced one (`intentId`) that it names; null when it can, and where it names none. */
function announcedFault({ world, edited }: Batch, { intentId = '', name }: JsonObject): Validation | null {
  if (intentId === '') return null;
  const announced = recordIn(world, 'domainIntent', String(intentId));
  if (announced === undefined || isProvisional(announced.id))
    return reject(
      'not-found',
      t('The service has no announced domain {intentId} yet.', { intentId: String(intentId) }),
      t('Reconcile the announcement first, or add the domain without it.'),
    );
  const key = recordKey('domainIntent', announced.id);
  // What an earlier draft does to it is that it cancels it.
  const isPending = announced.status === 'pending' && !edited.has(key);
  if (!isPending || announced.name !== String(name).trim().toLowerCase())
    return reject(
      'invalid-input',
      isPending
        ? t('{announced} was announced, and not {name}.', { announced: announced.name, name: String(name) })
        : t('{name} is not announced any more.', { name: announced.name }),
      t('Name a pending one of the same domain, or none.'),
    );
  return null;
}

const isPrimary = (record: object): boolean =>
  readField(record, 'applicationId')
    ? readField(record, 'rank') === 'primary'
    : readField(record, 'isSatellite') === false;

/**
 * Source: spec, `POST`, `PATCH` and `DELETE /domains`: only satellites come and go. Of the applications of a platform (`platform-beta.yml`): only
 * provider domains do, and the primary one is renamed.
 */
export const domain: Rules = {
  ...own,
  shows: ({ proxyPath = '' }, record) =>
    readField(record, 'applicationId') === '' || asAdded(record as JsonObject).proxyPath === proxyPath,
  undoDeletion: (base) =>
    base.applicationId ? madeAgain('domain', asAdded(base), addedWith, asBefore) : own.undoDeletion(base),
  create: (batch, recordId, given) => {
    const { applicationId = '' } = given;
    const home = recordIn(batch.world, 'application', String(applicationId));
    const isNew = batch.named.has(recordKey('application', String(applicationId)));
    if (applicationId !== '' && home === undefined && !isNew)
      return rejectAbsent(batch.world, 'application', String(applicationId), {
        none: t('There is no application {applicationId}.', { applicationId: String(applicationId) }),
        next: t('Name the application that the domain is for.'),
      });
    if (home?.environment === 'development' && !isProvisional(home.id))
      return reject(
        'invalid-input',
        t('{name} has no production instance, which domains belong to.', { name: home.name }),
        t('Make its production instance first.'),
      );
    const leaving = leavingFault(batch, home);
    if (leaving !== null) return leaving;
    const announced = announcedFault(batch, given);
    if (announced !== null) return announced;
    const made = own.create?.(batch, recordId, given);
    if (made?.kind !== 'accept') return made ?? skip;
    if (given.intentId) batch.named.add(standingKey(recordKey('domainIntent', String(given.intentId))));
    // It stands inside of its application, and waits for that one's creation.
    const opened = made.proposal.opened.map((seed) => ({ ...seed, organizationId: String(applicationId) }));
    return { ...made, proposal: { ...made.proposal, opened } };
  },
  foreseen: (facts, _, { intentId = '' }) => {
    const announced = serverOf(facts, 'domainIntent', String(intentId));
    return announced === null || announced.status === 'pending'
      ? clean
      : {
          verdict: 'refused',
          theirs: announced.status,
          reason: t('{name} is not announced any more.', { name: announced.name }),
        };
  },
  guard: (_, record, path, value) => {
    const ofPlatform = Boolean(readField(record, 'applicationId'));
    if (ofPlatform && path === 'proxyUrl')
      return reject(
        'invalid-input',
        t('How a domain of a platform is reached is said when it is added.'),
        t('Add it again with another proxy path.'),
      );
    if (ofPlatform && path === 'name' && !isPrimary(record))
      return reject(
        'invalid-input',
        readField(record, 'rank') === ''
          ? t('The service does not say which domain is the primary one, and only that one can be renamed.')
          : t('Only the primary domain can be renamed.'),
        t('Add the new name, and remove this one.'),
      );
    const fault =
      path === 'proxyUrl' ? proxyFault(value) : path === 'name' ? domainFault(String(value ?? '')) : null;
    return fault === null ? null : reject('invalid-input', fault, t('Correct it and stage again.'));
  },
};
