import { apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import type { PushPort } from '../../identity-port';
import { ApplicationWire, ConfigWire } from './application-wire';
import { readAs } from './read-application-details';

/** The config of an application's other instance: of its development one beside production, or the other way round; null where it has one only. */
export const createReadTwin =
  (callApi: CallApi): NonNullable<PushPort['readTwin']> =>
  async ({ id, environment }, signal) => {
    const path = apiPath`/platform/applications/${id}`;
    const application = await readAs(callApi, path, ApplicationWire, signal);
    if (!application.ok) return application;
    const twin = application.value.instances.find((one) => one.environment_type !== environment);
    if (twin === undefined) return { ...application, value: null };
    const configPath = apiPath`/platform/applications/${id}/instances/${twin.instance_id}/config`;
    const config = await readAs(callApi, configPath, ConfigWire, signal);
    if (!config.ok) return config;
    return { ...config, value: { environment: twin.environment_type, config: config.value } };
  };
