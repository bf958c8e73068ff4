import { withWorkspace } from '@main/cli/with-workspace';
import type { Engine } from '@main/engine/engine';
import { success } from '@shared/contract/failure';
import { valueIn } from '../support/value-in';

/** Gives a customer a plan with one invitation, person and organization more than there are; two drafts for each, and one of an organization with more seats than it gives. */
export async function agreeOnOneMore(platform: string, pool: string, id: string): Promise<readonly object[]> {
  const read = async (engine: Engine) => {
    const page = async (entity: 'organization' | 'invitation' | 'user', where: readonly object[] = []) =>
      valueIn(await engine.call('page', { entity, where, limit: 1 }));
    const { rows, total: organizations } = await page('organization');
    const organizationId = String(rows[0]?.id);
    const pending = [
      { field: 'organizationId', op: 'eq', value: organizationId },
      { field: 'status', op: 'eq', value: 'pending' },
    ];
    const { total: invitations } = await page('invitation', pending);
    const { total: people } = await page('user');
    return success({
      organizationId,
      limits: {
        organizations: organizations + 1,
        invitations: invitations + 1,
        people: people + 1,
        seats: 500,
      },
    });
  };
  const { organizationId, limits } = valueIn(await withWorkspace(pool, read));
  const write = async (engine: Engine) => {
    const plan = { id: 'base', value: { name: 'Base', limits } };
    valueIn(await engine.call('writeBook', { book: 'customerPlan', put: [plan] }));
    const subscription = { id, value: { plan: 'base', since: 0 } };
    return engine.call('writeBook', { book: 'customerSubscription', put: [subscription] });
  };
  valueIn(await withWorkspace(platform, write));
  const create = (entity: string, values: object) => ({ entity, action: { verb: 'create', values } });
  const invite = (email: string) => create('invitation', { organizationId, email, role: 'org:student' });
  return [
    ...[invite('one@new.example'), invite('two@new.example')],
    ...[create('user', { email: 'three@new.example' }), create('user', { email: 'four@new.example' })],
    create('organization', { name: 'Many seats', maxAllowedMemberships: 501 }),
    create('organization', { name: 'One more' }),
    { ...create('organization', { name: 'Another' }), recordId: 'new_another' },
    // What stands on one that is refused goes with it.
    create('invitation', { organizationId: 'new_another', email: 'five@new.example', role: 'org:student' }),
  ];
}
