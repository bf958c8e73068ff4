import { settingText } from '@renderer/screens/applications/setting-text';
import type { MatrixColumn } from '@renderer/ui/list/virtual-matrix/matrix-row';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { FleetCell, FleetRow, FleetSummary } from '@shared/contract/fleet';
import { configField } from '@shared/domain/config-field';
import { t } from '@shared/language/t';
import classes from './setting-columns.module.css';
import { headOf } from './setting-head';
import { VerdictMark } from './verdict-mark';

/** A column for each setting that a baseline speaks of; only the one at `only`, where that is given. */
export function settingColumns(
  paths: readonly string[],
  summary: FleetSummary | undefined,
  only: string,
): readonly MatrixColumn<FleetRow>[] {
  const figures = new Map(summary?.settings.map((setting) => [setting.path, setting.counts]));
  return paths.flatMap((path, place) => {
    if (only !== '' && path !== only) return [];
    const label = configField(path)?.label ?? path;
    const counts = figures.get(path);
    const drift = counts ? counts.differs + counts.expired : undefined;
    const head = (
      <>
        <span className={classes.label} title={label}>
          {label}
        </span>
        <span className={classes.drift} data-drift={(drift ?? 0) > 0 || undefined}>
          {counts === undefined ? '…' : headOf(counts)}
        </span>
      </>
    );
    return [{ id: path, head, cell: (row) => <Cell path={path} cell={row.cells[place] ?? null} /> }];
  });
}

/** One setting of one application: quiet where it is as it should be. */
function Cell({ path, cell }: { readonly path: string; readonly cell: FleetCell | null }) {
  if (cell === null) return <span className={classes.nothing}>{t('not held to anything')}</span>;
  const { verdict, found, staged } = cell;
  return (
    <span className={classes.cell} data-verdict={verdict}>
      <span className={classes.value}>{found === undefined ? '–' : settingText(path, found)}</span>
      {staged && (
        <StateMark
          kind="staged"
          compact
          word={t('Staged: {value}', { value: settingText(path, staged.value) })}
        />
      )}
      {verdict === 'same' ? (
        <span className="visually-hidden">{t('Same')}</span>
      ) : (
        <VerdictMark verdict={verdict} compact />
      )}
    </span>
  );
}
