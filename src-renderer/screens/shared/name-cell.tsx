import { Avatar } from '@renderer/ui/marks/avatar';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import type { RecordState, StagedMark } from '@shared/domain/records/envelope';
import type { ReactNode } from 'react';
import { AccessWords, type OutOf } from './access-words';
import classes from './name-cell.module.css';
import { RowMark } from './row-mark';
import { UnreadMark } from './unread-note';

export interface NameCellProps {
  readonly name: string;
  /** The service's name while another one is staged. */
  readonly server?: string;
  /** Small, after the name. */
  readonly note?: ReactNode;
  readonly shape?: 'round' | 'square';
  /** What keeps the person out. */
  readonly out?: OutOf;
  readonly record: { readonly id: string; readonly state: RecordState; readonly staged: StagedMark | null };
}

/** The first cell of a row: initials, name, what is staged of it. */
export function NameCell({ name, server, note, shape = 'round', out, record }: NameCellProps) {
  const leaving = record.staged?.verb === 'delete';
  return (
    <span className={classes.cell}>
      <Avatar name={name} shape={shape} />
      <span className={classes.name} data-leaving={leaving || undefined}>
        <StagedValue value={name} server={server} />
      </span>
      {out && (
        <span className={classes.out}>
          <AccessWords out={out} quiet />
        </span>
      )}
      {note && <span className={classes.note}>{note}</span>}
      <UnreadMark id={record.id} />
      <RowMark record={record} compact />
    </span>
  );
}
