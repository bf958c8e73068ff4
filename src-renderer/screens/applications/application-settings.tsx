import { Accordion } from '@mantine/core';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { configWords } from '@shared/domain/config-field';
import type { ConfigGroup } from '@shared/domain/config-settings';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useEffect, useRef, useState } from 'react';
import classes from './application-settings.module.css';
import { SettingField } from './setting-field';
import { useConfigGroups } from './use-config-groups';

interface ApplicationSettingsProps {
  readonly record: Application;
  readonly openIntents: readonly Intent[];
  readonly group: string | undefined;
}

/** The config, a section for each group of settings; the one that the table compares is open and in sight. */
export function ApplicationSettings({ record, openIntents, group }: ApplicationSettingsProps) {
  const groups = useConfigGroups();
  const compared = useRef<HTMLDivElement>(null);
  const isKnown = groups.length > 0;
  const [open, setOpen] = useState<readonly string[]>([]);
  // Which one it is may be known later than the application.
  const [opened, setOpened] = useState<string>();
  if (group !== opened) {
    setOpened(group);
    if (group !== undefined) setOpen([...new Set([...open, group])]);
  }
  useEffect(() => {
    if (isKnown && group !== undefined) compared.current?.scrollIntoView();
  }, [isKnown, group]);
  return (
    <Accordion multiple value={[...open]} onChange={setOpen} classNames={classes} order={3}>
      {groups.map((each) => (
        <Accordion.Item key={each.key} value={each.key} ref={each.key === group ? compared : null}>
          <Accordion.Control>
            <span className={classes.title}>{configWords(each.key)}</span>
            <Staged group={each} record={record} />
          </Accordion.Control>
          <Accordion.Panel>
            {each.settings.map((setting) => (
              <SettingField key={setting.path} setting={setting} record={record} openIntents={openIntents} />
            ))}
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** How much of a group is staged, so that it shows while the group is closed. */
function Staged({ group, record }: { readonly group: ConfigGroup; readonly record: Application }) {
  const count = group.settings.filter(({ path }) => path in record.server).length;
  return count === 0 ? null : <StateMark kind="staged" word={t('{count, number} staged', { count })} />;
}
