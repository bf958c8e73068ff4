import { scopeSays } from '@renderer/app/scope-says';
import { type ScreenName, screenTable } from '@shared/contract/screens';
import type { EntityName } from '@shared/domain/entity';
import { expect, it } from 'vitest';

const acme = 'org_acme';
const says = (name: ScreenName, shown: Parameters<typeof scopeSays>[1]) => {
  const screen = screenTable.find((each) => each.name === name);
  if (!screen) throw new Error(name);
  return scopeSays(screen, shown, acme);
};
const list = (entity: EntityName) => ({ kind: 'list', entity }) as const;

it('what is said of a scope is said of the list that is shown, and not of the first one of its screen', () => {
  expect(says('plans', list('plan'))).toContain('Plans belong to the whole instance');
  expect(says('plans', list('subscriptionItem'))).toContain('narrowed to it');
  expect(says('connections', list('directory'))).toContain('narrowed to it');
  expect(says('branding', list('organization'))).toContain('narrowed to it');
  expect(says('branding', { kind: 'settings' })).toContain('holds for the whole instance');
  expect(says('roles', list('roleSet'))).toContain('belong to the whole instance');
});

it('a page of another organization is not said to be of the one in scope', () => {
  expect(says('organization', { kind: 'page', organizationId: 'org_beta' })).toContain(
    'another organization',
  );
  expect(says('organization', { kind: 'page', organizationId: acme })).toContain('narrowed to it');
});

it('a screen that says nothing of itself is judged by what it lists first', () => {
  expect(says('overview', null)).toContain('narrowed to it');
  expect(says('history', null)).toContain('are narrowed to it');
  expect(says('roles', null)).toContain('Roles belong to the whole instance');
  expect(says('changes', null)).toContain('shows everything');
});
