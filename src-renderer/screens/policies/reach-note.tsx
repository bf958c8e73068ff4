import { useCounts } from '@renderer/bridge/use-counts';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { isMet, type PolicyReach, reachOf } from '@shared/domain/policy-reach';
import type { Application } from '@shared/domain/records/record-map';
import { Users } from 'lucide-react';
import classes from './reach-note.module.css';
import { reachText } from './reach-text';

interface ReachNoteProps {
  readonly path: string;
  readonly record: Application;
}

/** Whom a policy reaches, counted in the copy: there before it is staged, and in sight while it is. */
export function ReachNote({ path, record }: ReachNoteProps) {
  const reach = reachOf(path);
  return reach ? <Note reach={reach} record={record} staged={path in record.server} /> : null;
}

interface NoteProps {
  readonly reach: PolicyReach;
  readonly record: Application;
  readonly staged: boolean;
}

function Note({ reach, record, staged }: NoteProps) {
  const where = reach.where.map((filter) => ({ ...filter }));
  const [count] = useCounts([{ entity: 'user', where }], useDataVersion());
  const all = useStatus()?.counts.user;
  if (count === undefined || all === undefined) return null;
  return (
    <p className={classes.note} data-staged={staged || undefined}>
      <Users size={12} aria-hidden />
      <span>{reachText(reach, { count, all, met: isMet(reach, record) })}</span>
    </p>
  );
}
