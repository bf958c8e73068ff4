import { useTemplateFleet } from '@renderer/bridge/use-template-fleet';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { FilterParam, SearchParam } from '@renderer/screens/shared/param-filters';
import { SelectionAction } from '@renderer/screens/shared/selection-action';
import { barOf, SelectionBar } from '@renderer/screens/shared/selection-bar';
import { useQuery } from '@renderer/screens/shared/use-query';
import { copyText } from '@renderer/state/copy-text';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { go, select, setParams, useRoute } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { useSelection } from '@renderer/ui/list/virtual-table/use-selection';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import type { OutputOf } from '@shared/contract/operations';
import { type TemplateFleetRow, type TemplateKey, TemplateState } from '@shared/contract/templates';
import type { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { CompareDialog } from './compare-dialog';
import { fleetColumns } from './fleet-columns';
import { ReadDialog } from './read-dialog';
import { RevertDialog } from './revert-dialog';
import { stateLooks } from './template-looks';
import { VersionInspector } from './version-inspector';

interface FleetTableProps {
  readonly template: TemplateKey;
  readonly kinds: OutputOf<'templateKinds'>;
  /** Asks for a change of these applications' templates. */
  readonly onChange: (applicationIds: readonly RecordId[]) => void;
}

const idOf = ({ recordId }: TemplateFleetRow): string => recordId;
const nameOf = ({ applicationId, name }: TemplateFleetRow): string => name || applicationId;

/** Every application with its wording of one template: what differs stands out, and each figure leads to its rows. */
export function FleetTable({ template, kinds, onChange }: FleetTableProps) {
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const [dialog, setDialog] = useState<'read' | 'compare' | 'revert' | null>(null);
  const { type, slug } = template;
  const state = TemplateState.safeParse(params.state).data;
  const version = /^\d+$/.test(params.version ?? '') ? Number(params.version) : undefined;
  const query = useQuery({
    ...{ type, slug, text: params.text ?? '', states: state === undefined ? [] : [state] },
    ...(version !== undefined && { version }),
  });
  const { page, failure, rowAt, show, load } = useTemplateFleet(query);
  const selection = useSelection({ idOf, load });
  const chosen = [...selection.rows.values()];
  const what = t('{count, plural, one {# application} other {# applications}}', { count: chosen.length });
  const close = (): void => setDialog(null);
  return (
    <ScreenLayout
      inspector={
        id !== null &&
        page && (
          <VersionInspector
            key={id}
            id={id}
            most={page.versions[0]}
            untouched={page.untouched}
            onClose={() => select(null)}
          />
        )
      }
    >
      <StatRow label={t('How the applications stand to the wording that most have')}>
        {TemplateState.options.map((one) => (
          <Stat
            key={one}
            label={stateLooks[one].word}
            value={page?.counts[one]}
            onClick={() => setParams({ state: params.state === one ? '' : one })}
          />
        ))}
        <Stat label={t('Different wordings')} value={page?.wordings} />
      </StatRow>
      {chosen.length > 0 && (
        <SelectionBar {...barOf(selection, page?.total)}>
          <SelectionAction
            id="change-templates"
            what={what}
            onRun={() => onChange(chosen.map(({ applicationId }) => applicationId))}
          />
          {chosen.length === 2 && (
            <SelectionAction id="compare-templates" what={what} second onRun={() => setDialog('compare')} />
          )}
          <SelectionAction id="revert-templates" what={what} second onRun={() => setDialog('revert')} />
          <SelectionAction id="read-templates" what={what} second onRun={() => setDialog('read')} />
        </SelectionBar>
      )}
      {dialog === 'read' && (
        <ReadDialog ids={chosen.map(({ applicationId }) => applicationId)} onClose={close} />
      )}
      {dialog === 'revert' && (
        <RevertDialog
          template={{ type, slug }}
          applicationIds={chosen.map(({ applicationId }) => applicationId)}
          onClose={close}
        />
      )}
      {dialog === 'compare' && chosen[0] && chosen[1] && (
        <CompareDialog rows={[chosen[0], chosen[1]]} onClose={close} />
      )}
      <Toolbar
        label={t('Filters of the templates')}
        end={
          <span role="status">
            {page && t('{count, plural, one {# application} other {# applications}}', { count: page.total })}
          </span>
        }
      >
        <FilterMenu
          label={t('Template')}
          value={`${type}/${slug}`}
          options={kinds.map((one) => ({
            value: `${one.type}/${one.slug}`,
            label: `${one.name} (${one.type === 'sms' ? t('SMS') : t('email')})`,
            count: one.versions,
          }))}
          onChange={(to) => go('templates', { params: { ...params, template: to, version: '' } })}
        />
        <SearchParam label={t('Filter applications')} params={params} />
        <FilterParam
          label={t('State')}
          param="state"
          params={params}
          options={[
            all,
            ...TemplateState.options.map((one) => ({ value: one, label: stateLooks[one].word })),
          ]}
        />
        {page && page.versions.length > 1 && (
          <FilterParam
            label={t('Wording')}
            param="version"
            params={params}
            options={[
              all,
              ...page.versions.map(({ count }, at) => ({ value: String(at), label: wordingName(at), count })),
            ]}
          />
        )}
      </Toolbar>
      {failure ? (
        <FailedTable title={t('The templates cannot be compared')} failure={failure} />
      ) : (
        <VirtualTable
          label={t('Applications and their wording')}
          columns={fleetColumns}
          total={page?.total}
          rowAt={rowAt}
          idOf={idOf}
          nameOf={nameOf}
          markOf={({ state: held }) => (held === 'staged' ? 'staged' : null)}
          onShow={show}
          sorts={[{ field: 'name', direction: 'asc' }]}
          onSort={() => undefined}
          selection={selection}
          openId={id}
          actions={{
            open: (row) => select(row.recordId),
            history: (row) => go('history', { params: { record: row.recordId } }),
            copy: (text, many) => void copyText(text, many),
          }}
          queryKey={JSON.stringify(query)}
          rowHeight={rowHeights[density]}
          empty={
            <EmptyState icon={SearchX} title={t('No application is like that')} text={t('Clear a filter.')} />
          }
        />
      )}
    </ScreenLayout>
  );
}

const all = { value: '', label: t('All') };
const wordingName = (at: number): string =>
  at === 0 ? t('As most') : t('Wording {place, number}', { place: at + 1 });
