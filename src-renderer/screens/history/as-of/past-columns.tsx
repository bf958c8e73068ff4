import { settingText } from '@renderer/screens/applications/setting-text';
import { formatSeats } from '@renderer/screens/shared/field-formats';
import { Avatar } from '@renderer/ui/avatar';
import { formatExact } from '@renderer/ui/format-time';
import type { Column, Sort } from '@renderer/ui/virtual-table/column';
import { configField } from '@shared/domain/config-field';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import classes from './past-columns.module.css';

/** Tables of which the past can be shown. */
export const pastEntities = [
  'membership',
  'organization',
  'user',
  'invitation',
  'role',
  'application',
] as const;
export type PastEntity = (typeof pastEntities)[number];

type PastColumn = Column<StoredRecord>;

const textOf = (record: StoredRecord, field: string): string => String(readField(record, field) ?? '');

const text = (field: string, title: string, track: string): PastColumn => ({
  id: field,
  title,
  track,
  sortField: field,
  cell: (record) => textOf(record, field) || <span className={classes.none}>–</span>,
});

const named = (field: string, title: string, shape: 'round' | 'square'): PastColumn => ({
  id: field,
  title,
  track: 'minmax(180px, 1.6fr)',
  sortField: field,
  cell: (record) => (
    <span className={classes.name}>
      <Avatar name={textOf(record, field)} shape={shape} />
      <span className={classes.text}>{textOf(record, field)}</span>
    </span>
  ),
});

const setting = (path: string, track: string): PastColumn => ({
  id: path,
  title: configField(`config.${path}`)?.label ?? path,
  track,
  cell: (record) => settingText(readField(record, `config.${path}`)),
});

const changed: PastColumn = {
  id: 'updatedAt',
  title: 'Last changed',
  track: '170px',
  align: 'end',
  leaves: 1,
  // Not to be sorted by: the rows of now, from which the past is told, stand in another order.
  cell: (record) => {
    const at = Number(readField(record, 'updatedAt') ?? 0);
    return at === 0 ? <span title="The change before was not seen">–</span> : formatExact(at);
  },
};

export const pastColumns: Readonly<Record<PastEntity, readonly PastColumn[]>> = {
  organization: [
    named('name', 'Name', 'square'),
    text('slug', 'Slug', 'minmax(120px, 1fr)'),
    {
      id: 'seats',
      title: 'Seats',
      track: '96px',
      align: 'end',
      cell: (record) => formatSeats(readField(record, 'maxAllowedMemberships') ?? 0),
    },
    changed,
  ],
  membership: [
    named('userName', 'Person', 'round'),
    text('organizationName', 'Organization', 'minmax(140px, 1.2fr)'),
    text('roleName', 'Role', 'minmax(110px, 0.8fr)'),
    changed,
  ],
  user: [named('name', 'Name', 'round'), text('email', 'Email', 'minmax(180px, 1.6fr)'), changed],
  invitation: [
    named('email', 'Email', 'round'),
    text('roleName', 'Role', 'minmax(110px, 0.8fr)'),
    text('status', 'Status', '110px'),
    changed,
  ],
  application: [
    named('name', 'Name', 'square'),
    text('domain', 'Domain', 'minmax(150px, 1.2fr)'),
    setting('auth_access_control.sign_up_mode', '128px'),
    setting('auth_multi_factor.required_for_sign_up', '156px'),
    setting('auth_password.min_length', '156px'),
  ],
  role: [text('name', 'Name', 'minmax(140px, 1fr)'), text('key', 'Key', 'minmax(140px, 1fr)'), changed],
};

export const pastSorts: Readonly<Record<PastEntity, Sort>> = {
  organization: { field: 'name', direction: 'asc' },
  membership: { field: 'userName', direction: 'asc' },
  user: { field: 'name', direction: 'asc' },
  invitation: { field: 'email', direction: 'asc' },
  role: { field: 'key', direction: 'asc' },
  application: { field: 'name', direction: 'asc' },
};

/** What a row is called. */
export function pastName(record: StoredRecord): string {
  const parts = ['userName', 'name', 'email'].map((field) => textOf(record, field));
  return parts.find((part) => part !== '') ?? record.id;
}
