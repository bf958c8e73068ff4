import type { ServiceName } from '@shared/domain/services';
import { createBetterAuth } from './better-auth/create-better-auth';
import { createIdentity } from './create-identity';
import type { Identity, IdentityOptions } from './identity';

const makers: Readonly<Record<ServiceName, (options: IdentityOptions) => Identity>> = {
  clerk: createIdentity,
  'better-auth': createBetterAuth,
};

/** The client of a workspace's service. */
export const openIdentity = (service: ServiceName, options: IdentityOptions): Identity =>
  makers[service](options);
