import { plural } from '@renderer/ui/plural';
import { TriangleAlert } from 'lucide-react';
import classes from './limits-tab.module.css';

/** How many could step in; one or none is a risk, and says so. */
export function AdminsNote({ admins, members }: { readonly admins: number; readonly members: number }) {
  if (members === 0) return <p className={classes.note}>No members yet.</p>;
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
