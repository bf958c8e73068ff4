import type { JsonObject } from '@shared/domain/json';
import { Ban, Lock } from 'lucide-react';
import classes from './access-words.module.css';

interface AccessWordsProps {
  readonly banned: boolean;
  readonly locked: boolean;
  readonly quiet?: boolean;
}

/** The same of a membership's person, as it stands in the extras of its row. */
export function outOf(extras: JsonObject): AccessWordsProps {
  return { banned: extras.banned === true, locked: extras.locked === true };
}

/** What keeps a person out, by icon and word; a dash, or nothing where that is too much, when nothing does. */
export function AccessWords({ banned, locked, quiet = false }: AccessWordsProps) {
  if (!banned && !locked) return quiet ? null : <span className={classes.none}>–</span>;
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
