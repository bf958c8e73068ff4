import { Menu } from '@mantine/core';
import { environmentWords } from '@renderer/state/environment-words';
import { useSession } from '@renderer/state/use-session';
import { closeWorkspace, openBeside, switchWorkspace } from '@renderer/state/workspaces';
import { Avatar } from '@renderer/ui/marks/avatar';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { scenarioWords } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { AppWindow, Check, ChevronsUpDown, LogOut } from 'lucide-react';
import classes from './workspace-switcher.module.css';

/** The open workspace, and the way to another one. A stripe marks production. */
export function WorkspaceSwitcher({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const workspaces = useSession((session) => session.workspaces);
  const others = workspaces.filter(({ id }) => id !== workspace.id);
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
        {others.length > 0 && (
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item leftSection={<AppWindow size={14} aria-hidden />}>
                {t('Open in a new window')}
              </Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown>
              {others.map(({ id, name }) => (
                <Menu.Item
                  key={id}
                  leftSection={<Avatar name={name} shape="square" />}
                  onClick={() => void openBeside({ workspaceId: id })}
                >
                  {name}
                </Menu.Item>
              ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        )}
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
