import type { Row } from '@renderer/bridge/use-rows';
import { fieldColumn, nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { isProvisional } from '@shared/domain/ids';
import { wordIn } from '@shared/domain/kinds/word-in';
import type { Invitation } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

/** Status of an invitation on the service (spec: `OrganizationInvitation.status`). */
export const statusWords: Readonly<Record<string, string>> = {
  pending: t('Pending'),
  accepted: t('Accepted'),
  revoked: t('Revoked'),
  expired: t('Expired'),
};

export function statusWord({ id, status }: Pick<Invitation, 'id' | 'status'>): string {
  return isProvisional(id) ? t('Not sent yet') : (wordIn(statusWords, status) ?? status);
}

export const invitationColumns: readonly Column<Row<'invitation'>>[] = [
  nameColumn({ id: 'email', title: t('Email'), track: 'minmax(220px, 2.4fr)', field: 'email' }),
  {
    id: 'role',
    title: t('Role'),
    track: 'minmax(110px, 1fr)',
    sortField: 'role',
    text: ({ record }) => record.roleName || record.role,
  },
  {
    id: 'status',
    title: t('Status'),
    track: 'minmax(90px, 0.7fr)',
    sortField: 'status',
    text: ({ record }) => statusWord(record),
  },
  timeColumn({ id: 'sent', title: t('Sent'), track: '96px', field: 'createdAt' }),
  fieldColumn({
    entity: 'invitation',
    id: 'expires',
    track: '92px',
    field: 'expiresAt',
    leaves: 1,
  }),
];
