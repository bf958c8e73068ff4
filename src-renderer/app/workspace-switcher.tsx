import { Menu } from '@mantine/core';
import { environmentWords } from '@renderer/state/environment-words';
import { useSession } from '@renderer/state/use-session';
import { closeWorkspace, switchWorkspace } from '@renderer/state/workspaces';
import { Avatar } from '@renderer/ui/marks/avatar';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { scenarioWords } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { Check, ChevronsUpDown, LogOut } from 'lucide-react';
import classes from './workspace-switcher.module.css';

/** The open workspace, and the way to another one. A stripe marks production. */
export function WorkspaceSwitcher({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const workspaces = useSession((session) => session.workspaces);
  return (
    <Menu width={248}>
      <Menu.Target>
        <button
          type="button"
          className={classes.switcher}
          data-environment={workspace.environment}
          aria-label={t('Workspace {name}, {kind}: switch', {
            name: workspace.name,
            kind: kindOf(workspace),
          })}
        >
          <span className={classes.text}>
            <span className={classes.name}>{workspace.name}</span>
            <span className={classes.kind}>{kindOf(workspace)}</span>
          </span>
          <ChevronsUpDown size={13} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('Workspaces')}</Menu.Label>
        {workspaces.map((other) => (
          <Menu.Item
            key={other.id}
            leftSection={<Avatar name={other.name} shape="square" />}
            rightSection={other.id === workspace.id && <Check size={13} aria-label={t('open')} />}
            onClick={() => void (other.id === workspace.id || switchWorkspace(other))}
          >
            {other.name}
            <span className={classes.kind}>{kindOf(other)}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={14} aria-hidden />} onClick={() => void closeWorkspace()}>
          {t('Close, open another workspace…')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function kindOf({ scenario, environment, platform }: WorkspaceInfo): string {
  return `${platform ? t('Application') : scenarioWords[scenario]} · ${environmentWords[environment]}`;
}
