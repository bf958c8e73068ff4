import { t } from '../../language/t';
import type { Act } from '../kinds/act';
import { ref, text, time } from '../kinds/field';
import { by, catalogued, model, platform } from '../kinds/model';
import { pendingOnly, pendingStatus } from './pending';

const cancel: Act = {
  label: t('Cancel it'),
  says: t('Its code is worth nothing from then on. The application stays where it is.'),
  also: ['canceledAt'],
  shows: () => ({ status: 'canceled' }),
  fault: pendingOnly,
  undo: () => t('Offer the application again: it gets another code.'),
};

/** An application that is offered to another account: whoever has the code takes it over, within a day. */
export const applicationTransfer = model({
  ...catalogued,
  name: 'applicationTransfer',
  words: { one: t('transfer'), many: t('transfers'), create: t('Transfer an application') },
  home: { screen: 'applications', tab: 'transfers' },
  spec: platform('PlatformApplicationTransferResponse'),
  scenarios: ['platforms'],
  sort: by('createdAt', 'desc'),
  fields: {
    applicationId: ref({
      column: 'wide',
      to: 'application',
      label: t('Application'),
      wire: 'application_id',
      create: 'must',
    }),
    status: pendingStatus,
    /** Who has it takes the application: `https://dashboard.clerk.com/apps/transfer?code=<CODE>` (spec). */
    code: text({ column: 'middle', label: t('Code to hand over'), wire: 'code' }),
    expiresAt: time({ column: 'narrow', label: t('Expires'), from: ['expires_at'] }),
    /** 0 while it was not. */
    completedAt: time({ label: t('Completed'), from: ['completed_at'] }),
    canceledAt: time({ label: t('Cancelled'), from: ['canceled_at'] }),
    createdAt: time({ label: t('Offered'), from: ['created_at'], blank: (_, at) => at }),
  },
  acts: { cancel },
  beside: { applicationName: { one: 'application', by: 'applicationId', of: 'name' } },
  label: ({ code }) => (code === '' ? t('Transfer') : t('Transfer {code}', { code })),
  ignored: { object: 'says what it is' },
});
