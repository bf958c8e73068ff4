import { Button, Menu, TextInput } from '@mantine/core';
import { keepView, removeView, useSavedViews } from '@renderer/drafts/saved-views';
import { useLack } from '@renderer/state/capabilities';
import { useFileTarget } from '@renderer/state/file-targets';
import { notifyDone, notifyFailure } from '@renderer/state/notify';
import { readText, saveFile } from '@renderer/state/text-file';
import { go, useRoute } from '@renderer/state/use-route';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { SavedColumns, SavedView } from '@shared/contract/desk';
import { type Result, success } from '@shared/contract/failure';
import type { ScreenName } from '@shared/contract/screens';
import type { CapabilityName } from '@shared/domain/capabilities';
import { readView, type TableView } from '@shared/domain/views/table-view';
import { t } from '@shared/language/t';
import { Bookmark, Download, FolderOpen, SearchCheck, X } from 'lucide-react';
import { useState } from 'react';
import { openView } from './open-view';
import classes from './saved-views.module.css';
import { TextFileButton } from './text-file-button';
import { ViewClash } from './view-clash';

/** A view that a screen has from the start. */
export interface StandingView {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** What must be copied for it to be true; without, it is grey, and says why. */
  readonly needs?: readonly CapabilityName[] | undefined;
}

type Kept = Pick<SavedView, 'params'> & { readonly columns: SavedColumns };

/** What a table does with its views. */
export interface ViewActions {
  /** The name of the table, as `tableName` says it. */
  readonly table: string;
  readonly columns: SavedColumns;
  readonly toFile: (name: string, view: Kept) => TableView;
  readonly fromFile: (view: TableView) => Result<Kept>;
}

interface SavedViewsProps {
  readonly screen: ScreenName;
  readonly standing: readonly StandingView[];
  readonly actions: ViewActions;
}

/** How a check of what a table is filtered by begins; null for a table that shows all. */
function checkOf({ entity, where, text }: TableView): Readonly<Record<string, string>> | null {
  if (where === '' && text === '') return null;
  return { make: '1', entity, ...(where !== '' && { where }), ...(text !== '' && { text }) };
}

const standard: SavedColumns = { layout: undefined, own: [] };

/** Filters, sort, grouping and columns under a name, for this screen: those that it comes with, and those kept on this machine; each can leave as a file. */
export function SavedViews({ screen, standing, actions }: SavedViewsProps) {
  const workspaceId = useWorkspaceId();
  const params = useRoute(({ route }) => route.params);
  const known = useSavedViews();
  const views = (known ?? []).filter((view) => view.screen === screen);
  const [name, setName] = useState('');
  const [clash, setClash] = useState<(Kept & { readonly name: string }) | null>(null);
  const { columns, table } = actions;
  const check = checkOf(actions.toFile('', { params, columns }));
  const taken = [...standing, ...views].map((view) => view.name);
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') return;
    if (taken.includes(wanted)) return setClash({ name: wanted, params, columns });
    const kept = await keepView(workspaceId, { screen, name: wanted, params, columns, table });
    if (kept.ok) setName('');
    tellIfRenamed(kept, wanted);
  };
  const write = async (view: SavedView): Promise<void> => {
    const file = actions.toFile(view.name, { ...view, columns: view.columns ?? standard });
    const failed = await saveFile(
      success({ fileName: `${view.name}.view.json`, text: `${JSON.stringify(file, null, 2)}\n` }),
    );
    if (failed) notifyFailure(failed);
  };
  const keep = async (wanted: string, view: Kept): Promise<void> => {
    setClash(null);
    const kept = { screen, name: wanted, params: view.params, columns: view.columns, table };
    const same = views.find((each) => each.name === wanted);
    const done = await keepView(workspaceId, { id: same?.id, ...kept });
    if (!done.ok) return notifyFailure(done.error);
    setName('');
    openView(kept);
    notifyDone(t('View “{wanted}” is kept', { wanted: done.value }));
  };
  const forget = async (view: SavedView): Promise<void> => {
    const done = await removeView(workspaceId, view.id);
    if (!done.ok) return notifyFailure(done.error);
    const take = (): void => void keepView(workspaceId, view).then((back) => tellIfRenamed(back, view.name));
    notifyDone(t('Forgotten: {name}', { name: view.name }), { take });
  };
  const read = (text: Result<string>): void => {
    const view = text.ok ? readView(text.value) : text;
    const opened = view.ok ? actions.fromFile(view.value) : view;
    if (!view.ok || !opened.ok) {
      if (!opened.ok) notifyFailure(opened.error);
      return;
    }
    const { name: wanted } = view.value;
    if (taken.includes(wanted)) setClash({ ...opened.value, name: wanted });
    else void keep(wanted, opened.value);
  };
  // Whether its name is taken is known once the views are.
  useFileTarget('view', t('Views'), known === undefined ? null : (file) => void readText(file).then(read));
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<Bookmark size={13} aria-hidden />}
            aria-label={t('Saved views')}
            title={t('Saved views')}
            data-iconic="first"
          >
            {t('Views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {standing.map((view) => (
            <Standing key={view.name} screen={screen} view={view} />
          ))}
          {views.map((view) => (
            <div key={view.id} className={classes.view}>
              <Menu.Item className={classes.name} onClick={() => openView({ table, ...view })}>
                {view.name}
              </Menu.Item>
              <Menu.Item
                className={classes.remove}
                aria-label={t('Save view {name} as a file', { name: view.name })}
                title={t('Save as a file')}
                onClick={() => void write(view)}
              >
                <Download size={12} aria-hidden />
              </Menu.Item>
              <Menu.Item
                className={classes.remove}
                aria-label={t('Forget view {name}', { name: view.name })}
                title={t('Forget')}
                onClick={() => void forget(view)}
              >
                <X size={12} aria-hidden />
              </Menu.Item>
            </div>
          ))}
          {known !== undefined && views.length === 0 && (
            <Menu.Label>{t('No saved views. Filter, then name it here.')}</Menu.Label>
          )}
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <TextInput
              aria-label={t('Name of the view')}
              placeholder={t('Save this view as…')}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => event.stopPropagation()}
            />
          </form>
          {check !== null && (
            <Menu.Item
              leftSection={<SearchCheck size={13} aria-hidden />}
              onClick={() => go('findings', { params: check })}
            >
              {t('Keep as a check…')}
            </Menu.Item>
          )}
          <div className={classes.form}>
            <TextFileButton
              label={t('Open a view file…')}
              icon={FolderOpen}
              accept=".json,application/json"
              busy={known === undefined}
              onText={read}
            />
          </div>
        </Menu.Dropdown>
      </Menu>
      {clash !== null && (
        <ViewClash
          name={clash.name}
          standing={standing.map((view) => view.name)}
          kept={views.map((view) => view.name)}
          onClose={() => setClash(null)}
          onKeep={(wanted) => void keep(wanted, clash)}
        />
      )}
    </>
  );
}

/** Another view took its name meanwhile: it is kept by the name that is told. */
function tellIfRenamed(kept: Result<string>, wanted: string): void {
  if (!kept.ok) notifyFailure(kept.error);
  else if (kept.value !== wanted) notifyDone(t('View “{wanted}” is kept', { wanted: kept.value }));
}

function Standing({ screen, view }: { readonly screen: ScreenName; readonly view: StandingView }) {
  const lack = useLack(view.needs);
  return (
    <Menu.Item
      aria-disabled={lack !== null || undefined}
      data-disabled={lack !== null || undefined}
      title={lack ?? undefined}
      onClick={() => lack === null && go(screen, { params: view.params })}
    >
      {view.name}
    </Menu.Item>
  );
}
