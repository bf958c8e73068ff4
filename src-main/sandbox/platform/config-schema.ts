import { z } from 'zod';
import { ConfigDocument } from '../seed/config-document';
import { onlyKeys } from './config-view';

/** What reads add to the document, and what they show as null although it is set (see `config-view.ts`). */
const version = { type: 'string', readOnly: true, title: 'Version' };
const hidden = ['compliance'];
/** What the config holds and its schema keeps to itself, as newer keys of the real one. */
const undescribed = ['experimental'];

/**
 * The JSON Schema that makes forms, and that every config as it is read fulfils (draft 7).
 *
 * @param keys only these of the document's keys; all where none is named.
 */
export const configSchema = (keys: readonly string[] | undefined): object => {
  const { properties = {}, ...schema } = z.toJSONSchema(ConfigDocument, { io: 'input', target: 'draft-7' });
  const readable = Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => !undescribed.includes(key))
      .map(([key, value]) => [
        key,
        hidden.includes(key) && typeof value === 'object' ? { ...value, type: ['object', 'null'] } : value,
      ]),
  );
  return {
    $id: 'config',
    ...schema,
    additionalProperties: true,
    properties: { config_version: version, ...onlyKeys(readable, keys) },
  };
};
