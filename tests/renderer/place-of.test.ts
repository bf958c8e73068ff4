import { placeOf } from '@renderer/screens/shared/go-to-record';
import { screenTable } from '@shared/contract/screens';
import { EntityName, modelOf } from '@shared/domain/entity';
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

it('leads to screens that there are, and that say where the copy lacks what is swept of them', () => {
  const shown = new Map<string, readonly string[]>(screenTable.map(({ name, shows }) => [name, shows]));
  const lacking = EntityName.options.flatMap((entity) => {
    const { home, listedBy } = modelOf(entity);
    // What is listed by its holder only is copied by no sweep: nothing lacks.
    const says = (screen: string) => shown.get(screen)?.includes(entity) ?? false;
    const is = listedBy === undefined ? says : (screen: string) => shown.has(screen);
    const screens = home.instead === undefined ? [home.screen] : [home.screen, home.instead];
    return screens.filter((screen) => !is(screen)).map((screen) => `${entity}: ${screen}`);
  });
  expect(lacking).toEqual([]);
});

it('leads to the screen where that shows all of them at once', () => {
  expect(at('settings')).toEqual({ screen: 'instance', id: null, params: {} });
});
