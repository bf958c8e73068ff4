import { useBook } from '@renderer/bridge/use-book';
import { failing, useVerdicts } from '@renderer/state/access-verdicts';
import { go } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { CircleHelp, CircleSlash } from 'lucide-react';
import classes from './panel-list.module.css';

/** Assertions about access that do not hold, or cannot be tried; nothing while there are none. */
export function FailingAssertions() {
  const verdicts = useVerdicts();
  const entries = useBook('accessAssertion');
  const names = new Map(entries?.map(({ id, value }) => [id, value.name]));
  const shown = verdicts === undefined ? [] : failing(verdicts).filter(({ id }) => names.has(id));
  if (shown.length === 0) return null;
  return (
    <Panel title="Assertions that fail" note={formatCount(shown.length)}>
      <ul className={classes.list}>
        {shown.map(({ id, verdict }) => (
          <li key={id}>
            <button
              type="button"
              className={classes.row}
              onClick={() => go('access', { params: { tab: 'assertions' } })}
            >
              {verdict === null ? (
                <CircleHelp size={14} aria-hidden />
              ) : (
                <CircleSlash size={14} aria-hidden />
              )}
              <span className={classes.name}>{names.get(id)}</span>
              <span className={classes.note}>
                {verdict === null ? 'cannot be tried' : `${formatCount(verdict.offendersTotal)} against it`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
