import { t } from '@shared/language/t';
import classes from './level-bar.module.css';

interface LevelBarProps {
  /** `near`, `full`, `over`, `unlimited` and `unknown` look each their own way; whatever else is fine. */
  readonly level: string;
  /** 0 to 1. */
  readonly share: number;
  /** As long as there is room. */
  readonly wide?: boolean;
}

const words: ReadonlyMap<string, string> = new Map([
  ['full', t('full')],
  ['over', t('over')],
]);

/** How much of a limit is used, as a bar, with a word where no more goes in. */
export function LevelBar({ level, share, wide = false }: LevelBarProps) {
  return (
    <>
      <span className={classes.track} data-level={level} data-wide={wide || undefined} aria-hidden>
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.word}>{words.get(level)}</span>
    </>
  );
}
