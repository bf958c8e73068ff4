import { holdsMask, isSecretSetting, withoutSecretsIn } from '../config-field';
import { type ConfigGroup, undescribedGroups } from '../config-settings';
import type { IntentDraft } from '../intent';
import { type JsonObject, type JsonValue, jsonEqual } from '../json';
import { serverRow } from '../project';
import type { StoredRecord } from '../records/record-map';
import { heldSetting, sameSetting } from './same-setting';

/** A setting that the two instances of an application hold otherwise. */
export interface InstanceDifference {
  /** `config.auth_password.min_length`. */
  readonly path: string;
  /** What the instance holds that is copied. */
  readonly held: JsonValue;
  /** What its twin holds. */
  readonly twin: JsonValue;
  /** What is staged of it; undefined where nothing is. */
  readonly staged: JsonValue | undefined;
  /** What makes it as the twin has it; null where that is staged already, or a secret hides in the value. */
  readonly bring: IntentDraft | null;
}

export interface InstanceDifferences {
  readonly differences: readonly InstanceDifference[];
  readonly same: number;
  /** Settings that one of the two keeps to itself: secrets, masks, what was not read. */
  readonly unknown: number;
}

/** How the copied instance of an application differs from its other one, setting by setting. Pure. */
export function instanceDifferences(
  record: StoredRecord<'application'>,
  twin: JsonObject,
  described: readonly ConfigGroup[],
): InstanceDifferences {
  const config = serverRow('application', record)?.config ?? {};
  const own = [...described, ...undescribedGroups(config, described)];
  const settings = [...own, ...undescribedGroups(twin, own)].flatMap((group) => group.settings);
  const differences: InstanceDifference[] = [];
  let same = 0;
  let unknown = 0;
  for (const setting of settings) {
    const { path } = setting;
    const [mine, theirs] = [config, twin].map((each) => heldSetting(each, path, setting));
    if (isSecretSetting(path) || mine === undefined || theirs === undefined) unknown += 1;
    else if (sameSetting(setting, mine, theirs)) same += 1;
    else {
      const shown = heldSetting(record.config, path, setting);
      const staged = shown === undefined || jsonEqual(shown, mine) ? undefined : shown;
      const isBrought = staged !== undefined && sameSetting(setting, staged, theirs);
      const hides = holdsMask(theirs) || !jsonEqual(withoutSecretsIn(path, theirs), theirs);
      const action = { verb: 'update', field: path, value: theirs, base: mine } as const;
      differences.push({
        path,
        held: withoutSecretsIn(path, mine),
        twin: withoutSecretsIn(path, theirs),
        staged: staged === undefined ? undefined : withoutSecretsIn(path, staged),
        bring: isBrought || hides ? null : { entity: 'application', recordId: record.id, action },
      });
    }
  }
  return { differences, same, unknown };
}
