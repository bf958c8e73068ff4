import { SettingField } from '@renderer/screens/applications/setting-field';
import { Panel } from '@renderer/ui/layout/panel';
import { configWords } from '@shared/domain/config-field';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import { ConnectionRow, type GroupProps } from './connection-row';
import type { PolicySection } from './policy-groups';
import classes from './policy-section.module.css';
import { ReachNote } from './reach-note';

interface PolicySectionProps {
  readonly section: PolicySection;
  readonly record: Application;
  readonly openIntents: readonly Intent[];
}

/** One heading of policies; connections stand as rows that are on or off, all others as their settings. */
export function PolicySectionView({ section, record, openIntents }: PolicySectionProps) {
  const { id, title, about, groups } = section;
  const Part = id === 'connections' ? ConnectionRow : SettingsGroup;
  return (
    <div id={`policies-${id}`} className={classes.section}>
      <Panel title={title}>
        <p className={classes.about}>{about}</p>
        <div className={id === 'connections' ? classes.connections : undefined}>
          {groups.map((group) => (
            <Part
              key={group.key}
              group={group}
              record={record}
              openIntents={openIntents}
              alone={groups.length === 1 && id !== 'other'}
            />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function SettingsGroup({ group, record, openIntents, alone }: GroupProps) {
  return (
    <section className={classes.group} aria-label={configWords(group.key)}>
      {!alone && <h3 className={classes.name}>{configWords(group.key)}</h3>}
      <div className={classes.settings}>
        {group.settings.map((setting) => (
          <div key={setting.path} className={classes.setting}>
            <SettingField setting={setting} record={record} openIntents={openIntents} />
            <ReachNote path={setting.path} record={record} />
          </div>
        ))}
      </div>
    </section>
  );
}
