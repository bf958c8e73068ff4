import { mainInstance } from '@shared/domain/main-instance';
import type { DnsState, RemoteApplication } from '@shared/domain/records/record-map';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import type { z } from 'zod';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { strangeAnswer } from '../../strange-answer';
import {
  type ApplicationWire,
  ConfigWire,
  DomainStatusWire,
  DomainsWire,
  readApplication,
} from './application-wire';

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

/** What of an application could not be read: the fields that it fills, the address that refused, and its words. */
export interface MissingDetail {
  readonly fields: readonly (keyof RemoteApplication)[];
  readonly path: string;
  readonly failure: RemoteFailure;
}

export interface ReadApplication {
  readonly record: RemoteApplication;
  readonly missing: readonly MissingDetail[];
}

/** Failures that will not pass by asking again, and that concern this one address. */
const lasting: readonly RemoteFailure['kind'][] = ['forbidden', 'not-found', 'invalid', 'malformed'];
export const isLasting = ({ kind }: RemoteFailure): boolean => lasting.includes(kind);

/**
 * Config, domain and DNS status of an application, put together with it. One of them that is refused leaves the others and
 * the application itself as they are: only the application's own address may say that it is gone. `listed`: its domains, oldest
 * first, where a list has told them already.
 */
export async function readApplicationDetails(
  callApi: CallApi,
  wired: ApplicationWire,
  signal?: AbortSignal,
  listed?: readonly ListedDomain[],
): Promise<RemoteResult<ReadApplication>> {
  const { application_id: id } = wired;
  const instance = mainInstance(wired.instances)?.instance_id ?? '';
  const configPath = apiPath`/platform/applications/${id}/instances/${instance}/config`;
  const [config, domain] = await Promise.all([
    readAs(callApi, configPath, ConfigWire, signal),
    readDomain(callApi, id, signal, listed),
  ]);
  if (!config.ok && !isLasting(config.failure)) return config;
  if (!domain.ok) return domain;
  const missing = [...domain.value.missing];
  if (!config.ok) {
    missing.unshift({ fields: ['config', 'configVersion'], path: configPath, failure: config.failure });
  }
  const details = { config: config.ok ? config.value : {}, ...domain.value };
  return {
    ok: true,
    value: { record: readApplication(wired, details), missing },
    requestId: domain.requestId,
  };
}

type ListedDomain = z.output<typeof DomainsWire>['data'][number];

interface ReadDomain {
  readonly domain: string;
  readonly dns: DnsState;
  readonly missing: readonly MissingDetail[];
}

/** The primary domain of an application and how far its DNS is. */
async function readDomain(
  callApi: CallApi,
  id: string,
  signal?: AbortSignal,
  listed?: readonly ListedDomain[],
): Promise<RemoteResult<ReadDomain>> {
  const read = async <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    fields: MissingDetail['fields'],
  ) => {
    const answer = await readAs(callApi, path, schema, signal);
    if (answer.ok || !isLasting(answer.failure)) return answer;
    return {
      ok: true,
      value: { missing: { fields, path, failure: answer.failure } },
      requestId: '',
    } as const;
  };
  const none: ReadDomain = { domain: '', dns: '', missing: [] };
  const path = apiPath`/platform/applications/${id}/domains`;
  const domains =
    listed === undefined
      ? await read(path, DomainsWire, ['domain', 'dns'])
      : ({ ok: true, value: { data: listed }, requestId: '' } as const);
  if (!domains.ok) return domains;
  if ('missing' in domains.value) return { ...domains, value: { ...none, missing: [domains.value.missing] } };
  const domain = primaryOf(domains.value.data);
  if (domain === undefined) return { ...domains, value: none };
  const status = await read(
    apiPath`/platform/applications/${id}/domains/${domain.id}/status`,
    DomainStatusWire,
    ['dns'],
  );
  if (!status.ok) return status;
  const named = { ...none, domain: domain.name };
  return 'missing' in status.value
    ? { ...status, value: { ...named, missing: [status.value.missing] } }
    : { ...status, value: { ...named, dns: status.value.dns.status } };
}

/** The one that is said to be no provider domain, or the only one that may be none; undefined where that is not known. */
function primaryOf<Domain extends { readonly is_provider_domain?: boolean | null | undefined }>(
  domains: readonly Domain[],
): Domain | undefined {
  const possible = domains.filter((one) => one.is_provider_domain !== true);
  return (
    possible.find((one) => one.is_provider_domain === false) ??
    (possible.length === 1 ? possible[0] : undefined)
  );
}
