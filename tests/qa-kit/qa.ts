export type { TestClock } from './clock';
export { expect } from './expect';
export type { TenantryOptions, World } from './options';
export type { Call, ReceivedCall } from './service/call';
export type { Member } from './service/members';
export type { Faulty, Service } from './service/service';
export { type TenantryFixtures, type TestWorkspace, test } from './test';
export type { Tenantry } from './window/tenantry';
