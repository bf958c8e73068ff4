import { Button } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { settingText } from '@renderer/screens/applications/setting-text';
import { BookFiles } from '@renderer/screens/shared/book-files';
import { useRemoval } from '@renderer/screens/shared/use-keep';
import { useNames } from '@renderer/screens/shared/use-names';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { Panel } from '@renderer/ui/layout/panel';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import type { EntryOf } from '@shared/domain/books/books';
import { configField } from '@shared/domain/config-field';
import { byPrecedence } from '@shared/domain/fleet/expected-settings';
import { t } from '@shared/language/t';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { BaselineDialog } from './baseline-dialog';
import { conditionText } from './baseline-values';
import classes from './baselines-view.module.css';
import { GroupDialog } from './group-dialog';
import { VariablesDialog } from './variables-dialog';

interface BaselinesViewProps {
  readonly chip: ReactNode;
  readonly onNew: () => void;
}

type Opened =
  | { readonly kind: 'baseline'; readonly entry: EntryOf<'baseline'> }
  | { readonly kind: 'group'; readonly entry?: EntryOf<'applicationGroup'> }
  | { readonly kind: 'variables' };

/** What the fleet is measured by: baselines in their order, groups, exceptions and variables. */
export function BaselinesView({ chip, onNew }: BaselinesViewProps) {
  const baselines = useBook('baseline') ?? [];
  const groups = useBook('applicationGroup') ?? [];
  const exceptions = useBook('exception') ?? [];
  const variables = useBook('applicationVariables') ?? [];
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const named = new Map(groups.map(({ id, value }) => [id, value.name]));
  const remove = useRemoval();
  const names = useNames('application', [
    ...baselines.map(({ value }) => (value.level === 'application' ? value.of : '')),
    ...exceptions.map(({ value }) => value.applicationId),
    ...variables.map(({ id }) => id),
  ]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const whom = ({ level, of }: EntryOf<'baseline'>['value']): string => {
    if (level === 'all') return t('all applications');
    return level === 'group' ? t('the group {of}', { of: named.get(of) ?? of }) : nameOf(of);
  };
  return (
    <>
      <Toolbar
        label={t('Baselines and groups')}
        end={
          <>
            <BookFiles
              books={['baseline', 'applicationGroup', 'applicationVariables', 'exception']}
              what={t('baselines, groups, variables and exceptions')}
            />
            <Button variant="default" onClick={() => setOpened({ kind: 'variables' })}>
              {t('Variables of a customer…')}
            </Button>
            <Button variant="default" onClick={() => setOpened({ kind: 'group' })}>
              {t('New group…')}
            </Button>
            <Button leftSection={<Plus size={13} aria-hidden />} onClick={onNew}>
              {t('New baseline…')}
            </Button>
          </>
        }
      >
        {chip}
      </Toolbar>
      <ScrollBody label={t('Baselines and groups')}>
        <div className={classes.panels}>
          <Panel title={t('Baselines')} note={t('the first that speaks of a setting counts')}>
            <Entries none={t('None yet: a baseline says what settings should be.')}>
              {byPrecedence(baselines).map((entry) => (
                <Entry
                  key={entry.id}
                  name={entry.value.name}
                  what={t('for {whom}; {count, plural, one {# setting} other {# settings}}', {
                    whom: whom(entry.value),
                    count: entry.value.settings.length,
                  })}
                  at={entry.at}
                  onEdit={() => setOpened({ kind: 'baseline', entry })}
                  onRemove={() =>
                    void remove('baseline', entry, t('Removed: {name}', { name: entry.value.name }))
                  }
                />
              ))}
            </Entries>
          </Panel>
          <Panel title={t('Groups')} note={t('by hand, by rule, or both')}>
            <Entries none={t('None yet: a group lets a baseline be for some applications only.')}>
              {groups.map((entry) => (
                <Entry
                  key={entry.id}
                  name={entry.value.name}
                  what={groupText(entry)}
                  at={entry.at}
                  onEdit={() => setOpened({ kind: 'group', entry })}
                  onRemove={() =>
                    void remove('applicationGroup', entry, t('Removed: {name}', { name: entry.value.name }))
                  }
                />
              ))}
            </Entries>
          </Panel>
          <Panel title={t('Exceptions')} note={t('each for one value of one customer')}>
            <Entries none={t('None: accept a value in the matrix, with a reason and an end.')}>
              {exceptions.map((entry) => {
                const { by } = entry;
                const { applicationId, path, value, until, reason } = entry.value;
                const name = `${configField(path)?.label ?? path}: ${settingText(path, value)}`;
                return (
                  <Entry
                    key={entry.id}
                    name={name}
                    what={[
                      `${nameOf(applicationId)}: ${reason}`,
                      ...(by === '' ? [] : [t('by {by}', { by })]),
                    ].join(', ')}
                    at={until ?? entry.at}
                    ends={until !== null}
                    shows
                    onEdit={() => go('baseline', { id: applicationId, params: { setting: path } })}
                    onRemove={() =>
                      void remove('exception', entry, t('Removed: the exception of {name}', { name }))
                    }
                  />
                );
              })}
            </Entries>
          </Panel>
          <Panel
            title={t('Variables')}
            note={t('beside {name} and {domain}', { name: '{{name}}', domain: '{{domain}}' })}
          >
            <Entries
              none={t('None yet: texts of a baseline may hold {variable}, which each customer fills.', {
                variable: '{{support}}',
              })}
            >
              {variables.map((entry) => (
                <Entry
                  key={entry.id}
                  name={nameOf(entry.id)}
                  what={Object.entries(entry.value.values)
                    .map(([name, text]) => `${name} = ${text}`)
                    .join(', ')}
                  at={entry.at}
                  onRemove={() =>
                    void remove(
                      'applicationVariables',
                      entry,
                      t('Removed: the variables of {name}', { name: nameOf(entry.id) }),
                    )
                  }
                />
              ))}
            </Entries>
          </Panel>
        </div>
      </ScrollBody>
      {opened?.kind === 'baseline' && <BaselineDialog entry={opened.entry} onClose={close} />}
      {opened?.kind === 'group' && <GroupDialog entry={opened.entry} onClose={close} />}
      {opened?.kind === 'variables' && <VariablesDialog known={variables} onClose={close} />}
    </>
  );
}

function groupText({ value }: EntryOf<'applicationGroup'>): string {
  const [condition, ...others] = value.where.map(conditionText);
  const hand =
    value.members.length > 0
      ? [
          t('{count, plural, one {# application} other {# applications}} by hand', {
            count: value.members.length,
          }),
        ]
      : [];
  const rule =
    condition === undefined
      ? []
      : [others.reduce((first, second) => t('{first} and {second}', { first, second }), condition)];
  return [...hand, ...rule].join('; ') || t('nobody yet');
}

function Entries({ none, children }: { readonly none: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return <p className={classes.none}>{none}</p>;
  return <ul className={classes.entries}>{children}</ul>;
}

interface EntryProps {
  readonly name: string;
  readonly what: string;
  readonly at: number;
  /** The time is its end, and not when it was written. */
  readonly ends?: boolean;
  /** It is looked at elsewhere. */
  readonly shows?: boolean;
  readonly onEdit?: () => void;
  readonly onRemove: () => void;
}

function Entry({ name, what, at, ends = false, shows = false, onEdit, onRemove }: EntryProps) {
  return (
    <li className={classes.entry}>
      <span className={classes.text}>
        <span className={classes.name}>{name}</span>
        <span className={classes.what}>{what}</span>
      </span>
      <span className={classes.what}>
        {ends ? rich('until {when}', { when: <RelativeTime at={at} ago /> }) : <RelativeTime at={at} ago />}
      </span>
      {onEdit && <LinkButton onClick={onEdit}>{shows ? t('Show') : t('Edit')}</LinkButton>}
      <LinkButton onClick={onRemove}>{t('Remove')}</LinkButton>
    </li>
  );
}
