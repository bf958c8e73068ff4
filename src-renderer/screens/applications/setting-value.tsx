import { StagedValue } from '@renderer/ui/marks/staged-value';
import { isUnknownValue } from '@shared/domain/config-field';
import { readField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { NeverRead } from './never-read';
import { isConfigUnknown } from './present-values';
import { settingText } from './setting-text';
import classes from './setting-value.module.css';

interface SettingValueProps {
  readonly record: Application;
  readonly path: string;
}

/** One setting of one application: its value, and the service's beside it while another is staged. */
export function SettingValue({ record, path }: SettingValueProps) {
  const value = readField(record, path);
  const server = record.server[path];
  if (value === undefined && isConfigUnknown(record)) return <NeverRead />;
  return (
    <StagedValue
      value={<Plain path={path} value={value} />}
      server={server === undefined ? undefined : <Plain path={path} value={server} />}
    />
  );
}

function Plain({ path, value }: { readonly path: string; readonly value: JsonValue | undefined }) {
  const unknown = value === undefined || isUnknownValue(value);
  const color = typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : null;
  return (
    <span
      className={classes.value}
      data-quiet={unknown || value === false || undefined}
      data-on={value === true || undefined}
    >
      {color && <span className={classes.dot} style={{ background: color }} aria-hidden />}
      <span className={classes.text}>{unknown ? '–' : settingText(path, value)}</span>
      {unknown && <span className="visually-hidden">{settingText(path, value)}</span>}
    </span>
  );
}
