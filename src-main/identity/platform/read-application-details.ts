import { mainInstance } from '@shared/domain/main-instance';
import type { RemoteApplication } from '@shared/domain/records/application';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { z } from 'zod';
import { type ApiCall, apiPath } from '../api-call';
import type { CallApi } from '../call-api';
import { strangeAnswer } from '../strange-answer';
import {
  type ApplicationWire,
  ConfigWire,
  DomainStatusWire,
  DomainsWire,
  readApplication,
} from '../wire/application-wire';

/** A read whose body is decoded; a body that cannot be understood is a failure. */
export async function readAs<Schema extends z.ZodType>(
  callApi: CallApi,
  path: ApiCall['path'],
  schema: Schema,
  signal?: AbortSignal,
): Promise<RemoteResult<z.output<Schema>>> {
  const answer = await callApi({ method: 'GET', path }, signal);
  if (!answer.ok) return answer;
  const decoded = schema.safeParse(answer.value);
  return decoded.success ? { ...answer, value: decoded.data } : strangeAnswer(false);
}

/** Config, domain and DNS status of an application, put together with it. */
export async function readApplicationDetails(
  callApi: CallApi,
  wired: ApplicationWire,
  signal?: AbortSignal,
): Promise<RemoteResult<RemoteApplication>> {
  const { application_id: id } = wired;
  const instance = mainInstance(wired.instances)?.instance_id ?? '';
  const [config, domains] = await Promise.all([
    readAs(callApi, apiPath`/platform/applications/${id}/instances/${instance}/config`, ConfigWire, signal),
    readAs(callApi, apiPath`/platform/applications/${id}/domains`, DomainsWire, signal),
  ]);
  if (!config.ok) return config;
  if (!domains.ok) return domains;
  const [domain] = domains.value.data;
  if (domain === undefined) {
    return { ...config, value: readApplication(wired, { config: config.value, domain: '', dns: '' }) };
  }
  const path = apiPath`/platform/applications/${id}/domains/${domain.id}/status`;
  const status = await readAs(callApi, path, DomainStatusWire, signal);
  if (!status.ok) return status;
  const details = { config: config.value, domain: domain.name, dns: status.value.dns.status };
  return { ...config, value: readApplication(wired, details) };
}
