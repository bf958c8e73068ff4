import { useLack, useReasonsForNone } from '@renderer/state/capabilities';
import { formatHash } from '@renderer/state/route';
import { go } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format/format-count';
import { t } from '@shared/language/t';
import classes from './rail-item.module.css';
import type { ScreenEntry } from './screens';

interface RailItemProps {
  readonly entry: ScreenEntry;
  readonly current: boolean;
  readonly count: number | undefined;
}

export function RailItem({ entry, current, count }: RailItemProps) {
  const Icon = entry.icon;
  const needed = useLack(entry.needs);
  const none = useReasonsForNone(entry);
  const lack = needed ?? none;
  const keys =
    entry.letter === null
      ? entry.title
      : t('{title}: G then {letter}', { title: entry.title, letter: entry.letter.toUpperCase() });
  return (
    <li>
      <a
        className={classes.item}
        href={formatHash({ screen: entry.name, id: null, params: {} })}
        aria-current={current ? 'page' : undefined}
        // What was copied before can be looked at all the same.
        data-lacking={lack !== null || undefined}
        title={lack ?? keys}
        onClick={(event) => {
          event.preventDefault();
          go(entry.name);
        }}
      >
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        <span className={classes.title}>{entry.title}</span>
        {count !== undefined && (
          <span className={classes.count} aria-hidden>
            {formatCount(count)}
          </span>
        )}
      </a>
    </li>
  );
}
