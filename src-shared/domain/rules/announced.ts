import { t } from '../../language/t';
import { readField } from '../field-path';
import { isProvisional } from '../ids';
import { leavingFault } from './batch';
import { domainFault, proxyPathFault } from './domain-name';
import { marked } from './marked';
import type { Rules } from './rules';
import { recordIn, recordKey } from './staging-world';
import { reject, skip } from './validation';

const isPending = (record: object): boolean => readField(record, 'status') === 'pending';

/** Source: `platform-beta.yml`, `PlatformCreateDomainIntent`, `PlatformCancelDomainIntent`: cancelled ones stay listed. */
export const domainIntent: Rules = {
  ...withoutRemoval(
    marked('domainIntent', {
      phase: 2,
      mark: 'name',
      takes: isPending,
      fault: domainFault,
      check: ({ proxyPath }) => proxyPathFault(proxyPath),
      again: [],
      caveat: '',
    }),
  ),
};

const transfers = withoutRemoval(
  marked('applicationTransfer', {
    phase: 11,
    mark: 'applicationId',
    exact: true,
    takes: isPending,
    fault: () => null,
    again: [],
    caveat: '',
  }),
);

/** Source: `platform-beta.yml`, `PlatformCreateApplicationTransfer`: one may be pending for an application. */
export const applicationTransfer: Rules = {
  ...transfers,
  create: (batch, recordId, values) => {
    const id = String(values.applicationId);
    const application = recordIn(batch.world, 'application', id);
    if (application === undefined || isProvisional(application.id))
      return reject(
        'not-found',
        t('The service has no application {id} yet.', { id }),
        t('Name one that it has: what is only staged cannot be offered.'),
      );
    const leaving = leavingFault(batch, application);
    if (leaving !== null) return leaving;
    if (batch.world.taken.has(recordKey('applicationTransfer', id)))
      return reject(
        'invalid-input',
        t('{name} is offered to another account already.', { name: application.name }),
        t('Hand over the code that it has, or cancel that transfer first.'),
      );
    const made = transfers.create?.(batch, recordId, values) ?? skip;
    if (made.kind !== 'accept') return made;
    const opened = made.proposal.opened.map((seed) => ({ ...seed, label: application.name }));
    return { ...made, proposal: { ...made.proposal, opened } };
  },
};

/** Nothing is deleted: what is cancelled stays listed. */
function withoutRemoval({ remove: _, ...rules }: Rules): Rules {
  return rules;
}
