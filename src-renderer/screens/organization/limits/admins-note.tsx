import { plural } from '@renderer/ui/plural';
import { TriangleAlert } from 'lucide-react';
import classes from './limits-tab.module.css';

interface AdminsNoteProps {
  /** Null: not known. */
  readonly admins: number | null;
  readonly members: number;
}

/** How many could step in; one or none is a risk, and says so. */
export function AdminsNote({ admins, members }: AdminsNoteProps) {
  if (members === 0) return <p className={classes.note}>No members yet.</p>;
  if (admins === null) return <p className={classes.note}>Who may manage memberships is not known.</p>;
  if (admins > 1) return <p className={classes.note}>{plural(admins, 'member')} may manage memberships.</p>;
  return (
    <p className={classes.risk}>
      <TriangleAlert size={13} aria-hidden />
      {admins === 1
        ? 'Only one member may manage memberships. Should they leave, nobody here can let others in.'
        : 'No member may manage memberships: nobody here can let others in.'}
    </p>
  );
}
