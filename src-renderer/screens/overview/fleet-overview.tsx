import { Skeleton } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { DnsMark } from '@renderer/screens/applications/dns-mark';
import { dnsFilter } from '@renderer/screens/applications/fleet-filters';
import { isConfigUnknown, presentValues } from '@renderer/screens/applications/present-values';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import type { Overview } from '@shared/contract/overview';
import { configField } from '@shared/domain/config-field';
import { readField } from '@shared/domain/field-path';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { ChangedPanel } from './changed-panel';
import { CountStat } from './count-stat';
import { DriftPanel } from './drift-panel';
import { EndsPanel } from './ends-panel';
import { FindingsStat } from './findings-stat';
import { FirstSync } from './first-sync';
import { FreshnessPanel } from './freshness-panel';
import { NeedsPanel } from './needs-panel';
import classes from './overview-screen.module.css';
import panelList from './panel-list.module.css';
import { PanelRow } from './panel-row';
import { StagedChanges } from './staged-changes';
import { TrendPanels } from './trend-panels';

/** Applications that the overview looks at. */
const most = 500;
const shown = 7;

const nameOf = (setting: string): string => configField(`config.${setting}`)?.label ?? setting;

const flagged = (rows: readonly Application[], path: string): number =>
  rows.filter((row) => readField(row, path) === true).length;

/** A platform at a glance: how its applications differ in what protects them, and which domains are unfinished. */
export function FleetOverview({
  first,
  overview,
}: {
  readonly first: boolean;
  readonly overview: Overview | undefined;
}) {
  const status = useStatus();
  const { rows, total } = useList('application', { limit: most });
  // All of them, however many applications there are: the same that its rows are.
  const unfinished = useList(
    'application',
    first ? null : { where: [...dnsFilter.where('unfinished')], limit: shown },
  );
  const known = first ? undefined : rows;
  const read = known?.filter((row) => !isConfigUnknown(row));
  const of =
    total > most
      ? t('of the first {most, number}', { most })
      : read && t('of {count, number}', { count: read.length });
  const openOn = (policy: string, setting: string) => () =>
    go('applications', { params: { policy, set: `config.${policy}.${setting}`, is: 'true' } });
  const openUnfinished = (): void => go('applications', { params: { dns: 'unfinished' } });
  return (
    <>
      <StatRow label={t('Counts')}>
        <CountStat entity="application" onClick={() => go('applications', { params: {} })} />
        <Stat
          label={nameOf('auth_multi_factor.required_for_sign_up')}
          value={read && flagged(read, 'config.auth_multi_factor.required_for_sign_up')}
          note={of}
          onClick={openOn('auth_multi_factor', 'required_for_sign_up')}
        />
        <Stat
          label={nameOf('auth_password.disable_hibp')}
          value={read && flagged(read, 'config.auth_password.disable_hibp')}
          note={of}
          onClick={openOn('auth_password', 'disable_hibp')}
        />
        <Stat
          label={t('Domains to finish')}
          value={unfinished.rows && unfinished.total}
          onClick={openUnfinished}
        />
        <FindingsStat />
      </StatRow>
      {first && status && <FirstSync collections={status.collections} freshness={status.freshness} />}
      <div className={classes.panels}>
        <NeedsPanel overview={overview} known={!first} />
        <StagedChanges />
        <EndsPanel overview={overview} />
        <ChangedPanel overview={overview} />
        <DriftPanel />
        <Differing rows={read} group="auth_password" setting="min_length" />
        <Differing rows={read} group="auth_multi_factor" setting="required_for_sign_up" />
        <Differing rows={read} group="auth_password" setting="disable_hibp" />
        <Differing rows={read} group="auth_access_control" setting="sign_up_mode" />
        <Panel
          title={t('Domains to finish')}
          note={unfinished.rows && formatCount(unfinished.total)}
          action={unfinished.total > 0 && <LinkButton onClick={openUnfinished}>{t('Show all')}</LinkButton>}
        >
          {unfinished.rows?.length === 0 && (
            <NoneOf entity="application">{t('Every domain that could be read is set up.')}</NoneOf>
          )}
          <ul className={panelList.list}>
            {unfinished.rows?.map(({ id, name, dns }) => (
              <PanelRow
                key={id}
                name={name}
                shape="square"
                onClick={() => go('applications', { id, params: {} })}
              >
                <DnsMark dns={dns} />
              </PanelRow>
            ))}
          </ul>
        </Panel>
        <TrendPanels overview={overview} />
        <FreshnessPanel />
      </div>
    </>
  );
}

interface DifferingProps {
  readonly rows: readonly Application[] | undefined;
  /** Key of the group and of the setting in it. */
  readonly group: string;
  readonly setting: string;
}

/** How many applications have which value of a setting; a bar leads to them. */
function Differing({ rows, group, setting }: DifferingProps) {
  const path = `config.${group}.${setting}`;
  const title = nameOf(`${group}.${setting}`);
  const show = (params: Readonly<Record<string, string>>): void =>
    go('applications', { params: { policy: group, ...params } });
  return (
    <Panel title={title} action={<LinkButton onClick={() => show({})}>{t('Compare')}</LinkButton>}>
      {rows ? (
        <BarList label={title} bars={presentValues(rows, path)} onOpen={(is) => show({ set: path, is })} />
      ) : (
        <Skeleton height={8} width="70%" mt={10} />
      )}
    </Panel>
  );
}
