import { Accordion } from '@mantine/core';
import { formatText, parseName } from '@renderer/screens/shared/field-formats';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RecordField } from '@renderer/screens/shared/record-field';
import { FieldRow } from '@renderer/ui/field-row';
import { RelativeTime } from '@renderer/ui/relative-time';
import { StateMark } from '@renderer/ui/state-mark';
import { configWords } from '@shared/domain/config-field';
import type { ConfigGroup } from '@shared/domain/config-settings';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import classes from './application-details.module.css';
import { DnsMark } from './dns-mark';
import { DomainText } from './never-read';
import { SettingField } from './setting-field';
import { useConfigGroups } from './use-config-groups';

interface ApplicationDetailsProps {
  readonly record: Application;
  readonly openIntents: readonly Intent[];
  readonly group: string | undefined;
}

/** Name and facts, then the config, a section for each group of settings. */
export function ApplicationDetails({ record, openIntents, group }: ApplicationDetailsProps) {
  const groups = useConfigGroups();
  return (
    <>
      <RecordField
        entity="application"
        record={record}
        name={record.name}
        openIntents={openIntents}
        field="name"
        format={formatText}
        parse={parseName}
      />
      <dl>
        <FieldRow label="Domain">
          <DomainText record={record} none="none" /> <DnsMark dns={record.dns} />
        </FieldRow>
        <FieldRow label="Instance">{record.environment}</FieldRow>
        <FieldRow label="Copied">
          <RelativeTime at={record.sync.fetchedAt} />
        </FieldRow>
      </dl>
      <OpenIntents intents={openIntents} />
      <Accordion multiple defaultValue={group === undefined ? [] : [group]} classNames={classes} order={3}>
        {groups.map((each) => (
          <Accordion.Item key={each.key} value={each.key}>
            <Accordion.Control>
              <span className={classes.title}>{configWords(each.key)}</span>
              <Staged group={each} record={record} />
            </Accordion.Control>
            <Accordion.Panel>
              {each.settings.map((setting) => (
                <SettingField
                  key={setting.path}
                  setting={setting}
                  record={record}
                  openIntents={openIntents}
                />
              ))}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </>
  );
}

/** How much of a group is staged, so that it shows while the group is closed. */
function Staged({ group, record }: { readonly group: ConfigGroup; readonly record: Application }) {
  const count = group.settings.filter(({ path }) => path in record.server).length;
  return count === 0 ? null : <StateMark kind="staged" word={`${count} staged`} />;
}
