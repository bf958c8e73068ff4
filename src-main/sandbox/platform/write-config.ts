import { formErrors } from '../kit/form-errors';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { mutate } from '../rules/mutate';
import { ConfigDocument, configKeys } from '../seed/config-document';
import { configOf, keepConfig } from './config-of';
import { configView, onlyKeys } from './config-view';
import { clearedPaths, keepNulls, mergeConfig } from './merge-config';
import { platformRefusals } from './platform-refusals';

type Json = Readonly<Record<string, unknown>>;

/** How a config is written (spec: the query and header parameters of `PlatformPatchConfig` and `PlatformPutConfig`). */
export type ConfigWrite = {
  readonly verb: 'patch' | 'put';
  readonly body: Json;
  readonly dryRun: boolean;
  readonly destructive: boolean;
  readonly ifMatch: string | undefined;
  readonly keys: readonly string[] | undefined;
};

/**
 * Writes the config of the scope's instance, or says what writing would do.
 *
 * Refuses: 400 a PUT without every key, or clearing without `destructive`; 402 what is not paid for; 409 another version
 * than `If-Match`; 422 unknown keys and bad values. Nothing is written on a refusal or in a dry run.
 */
export const writeConfig = (scope: Scope, write: ConfigWrite): Outcome<object> => {
  const before = configOf(scope);
  if (write.ifMatch !== undefined && write.ifMatch !== before.version)
    return platformRefusals.versionMoved(before.version);
  // Where the version is sent back inside the document, it is what it is in the answer: no key of the config.
  const { config_version: _version, ...given } = write.body;
  const missing = configKeys.filter((key) => !(key in given));
  if (write.verb === 'put' && missing.length > 0) return platformRefusals.keysMissing(missing);
  const body = keepNulls(given, configView(before.document), before.document);
  const cleared = clearedPaths(body, before.document);
  if (cleared.length > 0 && !write.destructive) return platformRefusals.clearing(cleared);

  const input = mergeConfig(write.verb === 'put' ? {} : before.document, body, before.document);
  const decoded = ConfigDocument.safeParse(input);
  if (!decoded.success) return formErrors(decoded.error, input);
  const { session_settings: sessions } = decoded.data;
  const same = JSON.stringify(sessions) === JSON.stringify(before.document.session_settings);
  if (!same && !before.paid) return platformRefusals.notPaid('session_settings');

  const keys = write.keys ?? Object.keys(given);
  const answer = (version: string): Outcome<object> => ({
    ok: true,
    value: {
      config_version: version,
      dry_run: write.dryRun,
      before: onlyKeys(configView(before.document), keys),
      after: onlyKeys(configView(decoded.data), keys),
    },
  });
  if (write.dryRun) return answer(before.version);
  return mutate(scope, (note) => {
    keepConfig(scope, { document: decoded.data, paid: before.paid });
    note({ entity: 'config', verb: 'update', id: scope.instance, mark: Object.keys(given).join(' ') });
    return answer(configOf(scope).version);
  });
};
