import { SettingField } from '@renderer/screens/applications/setting-field';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { configWords } from '@shared/domain/config-field';
import type { ConfigGroup } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import classes from './connection-row.module.css';
import { ReachNote } from './reach-note';

export interface GroupProps {
  readonly group: ConfigGroup;
  readonly record: Application;
  readonly openIntents: readonly Intent[];
  /** The only group under its heading: it needs no name of its own. */
  readonly alone: boolean;
}

/** One provider: whether it is on, and, opened, what it is set up with. */
export function ConnectionRow({ group, record, openIntents }: GroupProps) {
  const name = configWords(group.key);
  const switched = group.settings.find(({ path }) => path === `config.${group.key}.enabled`);
  const others = group.settings.filter((setting) => setting !== switched);
  const staged = others.filter(({ path }) => path in record.server).length;
  const on = readField(record, `config.${group.key}.enabled`) === true;
  const [open, setOpen] = useState(false);
  const id = `connection-${group.key}`;
  return (
    <section className={classes.row} aria-label={name}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.opener}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={13} className={classes.chevron} data-open={open || undefined} aria-hidden />
          {name}
        </button>
        {staged > 0 && <StateMark kind="staged" word={t('{staged, number} staged', { staged })} />}
        <span className={classes.switch}>
          {switched ? (
            <SettingField setting={switched} record={record} openIntents={openIntents} />
          ) : (
            on && t('on')
          )}
        </span>
      </div>
      {switched && (on || switched.path in record.server) && (
        <div className={classes.reach}>
          <ReachNote path={switched.path} record={record} />
        </div>
      )}
      {open && (
        <div id={id} className={classes.fields}>
          {others.map((setting) => (
            <SettingField key={setting.path} setting={setting} record={record} openIntents={openIntents} />
          ))}
        </div>
      )}
    </section>
  );
}
