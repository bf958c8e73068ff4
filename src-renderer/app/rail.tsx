import { failing, useVerdicts } from '@renderer/state/access-verdicts';
import { useLeftOuts } from '@renderer/state/left-out-context';
import { useKnownCount } from '@renderer/state/none-known';
import { openCount } from '@renderer/state/open-count';
import { useOpenFindings } from '@renderer/state/open-findings';
import { useScopedCounts } from '@renderer/state/scoped-counts';
import { useStatus } from '@renderer/state/status-context';
import type { ScreenName } from '@shared/contract/screens';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import type { EntityName } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { BackToPlatform } from './back-to-platform';
import classes from './rail.module.css';
import { RailItem } from './rail-item';
import { type ScreenEntry, screensOf } from './screens';
import { WorkspaceSwitcher } from './workspace-switcher';

/** In the order of the rail; the first has no heading. */
const groups = ['Work', 'Control', 'Assure'] as const;
const headings = { Work: null, Control: t('Control'), Assure: t('Assure') } as const;

interface RailProps {
  readonly workspace: WorkspaceInfo;
  readonly current: ScreenName;
}

/** Left rail: the workspace, then what exists for it; nothing that does not. */
export function Rail({ workspace, current }: RailProps) {
  const status = useStatus();
  const leftOuts = useLeftOuts();
  const shown = screensOf(workspace.scenario);
  const counts = useScopedCounts(shown.flatMap(({ counted, shows }) => (counted ? shows.slice(0, 1) : [])));
  const knownCount = useKnownCount();
  const verdicts = useVerdicts();
  const findings = useOpenFindings();
  /** Staged changes stand beside Changes, assertions that fail beside Access, open findings beside theirs, while there are any. */
  const waiting = (name: ScreenName): number | undefined => {
    if (name === 'changes' && status) return openCount(status.intents) || undefined;
    if (name === 'findings') return findings?.total || undefined;
    return name === 'access' && verdicts ? failing(verdicts).length || undefined : undefined;
  };
  const known = (entity: EntityName): number | undefined => {
    const count = knownCount(entity, counts(entity));
    // None of a list that the service does not give is no number.
    return count === 0 && leftOuts.get(entity)?.failure ? undefined : count;
  };
  const item = (entry: ScreenEntry) => {
    const entity = entry.counted ? entry.shows[0] : undefined;
    const count = entity === undefined ? waiting(entry.name) : known(entity);
    return <RailItem key={entry.name} entry={entry} current={entry.name === current} count={count} />;
  };
  return (
    <nav className={classes.rail} aria-label={t('Screens')} data-not-paper>
      <WorkspaceSwitcher workspace={workspace} />
      <BackToPlatform workspace={workspace} />
      {groups.map((group) => {
        const entries = shown.filter((entry) => entry.group === group);
        if (entries.length === 0) return null;
        return (
          <div key={group} className={classes.group}>
            {headings[group] && <h2 className={classes.heading}>{headings[group]}</h2>}
            <ul>{entries.map(item)}</ul>
          </div>
        );
      })}
      <ul className={classes.foot}>{shown.filter((entry) => entry.group === 'Foot').map(item)}</ul>
    </nav>
  );
}
