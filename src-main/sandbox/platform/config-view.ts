import type { ConfigDocument } from '../seed/config-document';

/** What the service shows in the place of a secret; sent back, it is taken at its word. */
export const secretMask = '••••••••';

/** A config as reads show it: secrets masked, and `compliance` null although it is set. */
export const configView = (document: ConfigDocument): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    Object.entries(document).map(([key, value]) => [
      key,
      'client_secret' in value && value.client_secret !== null
        ? { ...value, client_secret: secretMask }
        : value,
    ]),
  ),
  compliance: null,
});

/** Only the named keys; all of them when none is named. */
export const onlyKeys = (
  shown: Readonly<Record<string, unknown>>,
  keys: readonly string[] | undefined,
): Readonly<Record<string, unknown>> =>
  keys === undefined
    ? shown
    : Object.fromEntries(Object.entries(shown).filter(([key]) => keys.includes(key)));
