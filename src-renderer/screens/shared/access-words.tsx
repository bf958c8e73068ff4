import type { JsonObject } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { Ban, Lock, type LucideIcon, UserX } from 'lucide-react';
import classes from './access-words.module.css';

/** What keeps a person from signing in. */
export interface OutOf {
  readonly banned: boolean;
  readonly locked: boolean;
  /** Taken out by their directory. */
  readonly deprovisioned: boolean;
}

const kinds: readonly (readonly [kind: keyof OutOf, word: string, icon: LucideIcon])[] = [
  ['banned', t('Banned'), Ban],
  ['locked', t('Locked'), Lock],
  ['deprovisioned', t('Deprovisioned'), UserX],
];

/** The same of a membership's person, as it stands in the extras of its row. */
export function outOf(extras: JsonObject): OutOf {
  return {
    banned: extras.banned === true,
    locked: extras.locked === true,
    deprovisioned: extras.deprovisioned === true,
  };
}

export function isOut(out: OutOf): boolean {
  return kinds.some(([kind]) => out[kind]);
}

interface AccessWordsProps {
  readonly out: OutOf;
  readonly quiet?: boolean;
}

/** What keeps a person out, by icon and word; a dash, or nothing where that is too much, when nothing does. */
export function AccessWords({ out, quiet = false }: AccessWordsProps) {
  if (!isOut(out)) return quiet ? null : <span className={classes.none}>–</span>;
  return (
    <span className={classes.words}>
      {kinds.map(
        ([kind, word, Icon]) =>
          out[kind] && (
            <span key={kind} className={classes[kind]} title={word}>
              <Icon size={12} aria-hidden /> <span className={classes.word}>{word}</span>
            </span>
          ),
      )}
    </span>
  );
}
