import { Ban, Lock } from 'lucide-react';
import classes from './access-words.module.css';

interface AccessWordsProps {
  readonly banned: boolean;
  readonly locked: boolean;
}

/** What keeps a person out, by icon and word; a dash when nothing does. */
export function AccessWords({ banned, locked }: AccessWordsProps) {
  if (!banned && !locked) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.words}>
      {banned && (
        <span className={classes.banned}>
          <Ban size={12} aria-hidden /> Banned
        </span>
      )}
      {locked && (
        <span className={classes.locked}>
          <Lock size={12} aria-hidden /> Locked
        </span>
      )}
    </span>
  );
}
