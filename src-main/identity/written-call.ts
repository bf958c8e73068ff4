import type { WrittenCall } from '@shared/domain/copy-as/written-call';
import { JsonValue } from '@shared/domain/json';
import type { ApiCall } from './api-call';

/** A call for whoever sends it otherwise. */
export function writtenCall(
  api: WrittenCall['api'],
  { method, path, json, form, ifMatch = '' }: ApiCall,
): WrittenCall {
  return {
    api,
    method,
    path,
    // As it goes over the wire: what is undefined is left out.
    body: json === undefined ? null : JsonValue.parse(JSON.parse(JSON.stringify(json))),
    files: [...(form?.keys() ?? [])],
    ifMatch,
  };
}
