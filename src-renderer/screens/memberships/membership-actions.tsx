import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { fieldFilter, type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import type { BulkAction, ScreenAction } from '@renderer/screens/kit/record-toolbar';
import { NewReviewDialog } from '@renderer/screens/reviews/new-review-dialog';
import type { Role } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { ClipboardCheck, ClipboardPaste, UserPlus } from 'lucide-react';
import { ChangeRoleDialog } from './change-role-dialog';
import { PasteMembersDialog } from './paste-members-dialog';
import { RemoveMembersDialog } from './remove-members-dialog';

/** Filters of every table of memberships; roles with how many hold each. */
export const membershipFilters = (roles: readonly Role[]): readonly RecordFilter[] => [
  fieldFilter({
    field: 'role',
    label: t('Role'),
    options: roles.map(({ key, name }) => ({ value: key, label: name })),
    counted: true,
  }),
  {
    param: 'holding',
    label: t('Permission'),
    options: [...new Set(roles.flatMap(({ permissionKeys }) => permissionKeys))]
      .sort()
      .map((value) => ({ value, label: value })),
    // Whoever has one of the roles that hold it, by the copy as it stands with what is staged.
    where: (held) => [
      {
        field: 'role',
        op: 'in',
        value: roles.filter(({ permissionKeys }) => permissionKeys.includes(held)).map(({ key }) => key),
      },
    ],
  },
  stateFilter,
];

/** What can be done with memberships, each as one undo group. */
export const membershipBulk: readonly BulkAction<'membership'>[] = [
  { id: 'change-role', dialog: (chosen) => <ChangeRoleDialog {...chosen} /> },
  { id: 'remove-members', dialog: (chosen) => <RemoveMembersDialog {...chosen} /> },
];

/** `organizationId`: the organization in scope, if any. */
export const membershipActions = (organizationId: string | null): readonly ScreenAction[] => [
  {
    label: t('Add member'),
    icon: UserPlus,
    needs: ['organizations', 'list.membership', 'takes.create.membership'],
    dialog: (opened, close) => (
      <CreateDialog
        entity="membership"
        title={t('Add member')}
        verb={t('Stage member')}
        given={organizationId === null ? {} : { organizationId }}
        opened={opened}
        onClose={close}
      />
    ),
  },
  ...(organizationId === null
    ? []
    : [
        {
          label: t('Paste…'),
          icon: ClipboardPaste,
          needs: ['organizations', 'list.membership', 'takes.create.membership'],
          dialog: (opened, close) =>
            opened && <PasteMembersDialog organizationId={organizationId} onClose={close} />,
        } satisfies ScreenAction,
      ]),
  {
    label: t('Review access…'),
    icon: ClipboardCheck,
    needs: ['organizations', 'list.membership'],
    dialog: (opened, close, shown) => opened && <NewReviewDialog shown={shown} onClose={close} />,
  },
];
