import { placeOf } from '@renderer/screens/shared/go-to-record';
import type { EntityName } from '@shared/domain/entity';
import { expect, it, vi } from 'vitest';

// The window's own state: here nothing is gone to.
vi.mock('@renderer/state/use-route', () => ({ go: () => undefined }));
vi.mock('@renderer/state/use-session', () => ({ openWorkspace: () => ({ scenario: 'b2b' }) }));

const at = (entity: EntityName) => placeOf({ entity, recordId: 'id_1', organizationId: 'org_1' });

it('leads to the record itself wherever its screen can open it', () => {
  expect(at('role')).toEqual({ screen: 'roles', id: 'id_1', params: {} });
  expect(at('permission')).toEqual({ screen: 'roles', id: 'id_1', params: {} });
  expect(at('organization').id).toBe('id_1');
});

it('leads to the screen where that shows all of them at once', () => {
  expect(at('settings')).toEqual({ screen: 'instance', id: null, params: {} });
});
