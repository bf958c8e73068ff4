import { reachByApplication, reachText } from '@renderer/screens/changes/reach-text';
import { lastingLine, risksOf } from '@renderer/screens/changes/review/risks';
import type { PlanStep } from '@shared/contract/plan';
import { IntentId, RecordId } from '@shared/domain/ids';
import { describe, expect, test } from 'vitest';
import { planOf, stepOf } from './step-of';

const radius = planOf().blast;

const invitation = (index: number): PlanStep =>
  stepOf(`int_${index}`, {
    entity: 'invitation',
    verb: 'create',
    field: '',
    label: `person${index}@acme.example`,
    irreversible: true,
    lasting: 'An email is sent.',
  });
const removal = (id: string, organizationId: string): PlanStep =>
  stepOf(id, {
    verb: 'delete',
    field: '',
    organizationId,
    base: { userId: 'user_1' },
    irreversible: true,
    lasting: 'It is gone.',
  });
const policy = (application: string): PlanStep =>
  stepOf(`int_${application}`, {
    entity: 'application',
    recordId: application as PlanStep['recordId'],
    field: 'config.auth_multi_factor.required_for_sign_up',
    label: application,
    base: false,
    mine: true,
  });

describe('the last dialog', () => {
  test('counts every step, gravest first, and opens to all whom it hits', () => {
    const emails = Array.from({ length: 27 }, (_, index) => invitation(index));
    const risks = risksOf([...emails, removal('r1', 'org_1'), removal('r2', 'org_2')], {
      ...radius,
      permissions: [
        { permission: 'org:reports:export', change: 'gains', people: 597, powerful: true },
        { permission: 'org:reports:read', change: 'gains', people: 12, powerful: false },
      ],
    });
    expect(risks.map(({ head }) => head)).toEqual([
      '1 person is removed from 2 organizations',
      '597 people gain org:reports:export',
      '1 other permission is gained or lost',
      '27 emails are sent',
    ]);
    expect(risks.at(-1)?.affected).toHaveLength(27);
    expect(risks.map(({ grave }) => grave)).toEqual([true, false, false, true]);
  });

  test('names whom the end of an application costs everything, and says where nobody could count', () => {
    const closing = (id: string) =>
      stepOf(id, { entity: 'application', verb: 'delete', field: '', label: id, irreversible: true });
    const closed = (id: string, people: number | null, organizations: number | null) => ({
      ...{ intentId: IntentId.parse(id), applicationId: RecordId.parse(`app_${id}`), label: id },
      ...{ people, organizations },
    });
    const [risk] = risksOf(['int_1', 'int_2', 'int_3'].map(closing), {
      ...radius,
      closings: [closed('int_1', 412, 9), closed('int_2', 1, null), closed('int_3', null, null)],
    });
    expect(risk?.head).toBe(
      '3 records are deleted for good, with more than 413 people: not all could be counted',
    );
    expect(risk?.affected).toEqual([
      'int_1: 412 people and 9 organizations, and all that is theirs',
      'int_2: 1 person, and all that is theirs',
      'int_3: everybody in it, who could not be counted, and all that is theirs',
    ]);
  });

  test('asks before a policy changes, in however many applications', () => {
    const [risk] = risksOf(['app_1', 'app_2', 'app_3', 'app_4'].map(policy), radius);
    expect(risk?.head).toContain('1 policy changes in 4 applications');
    expect(risk?.affected).toHaveLength(4);
  });

  test('says how much of it cannot be taken back', () => {
    expect(lastingLine([stepOf('a')])).toBe('All of it can be taken back afterwards.');
    expect(lastingLine([stepOf('a'), removal('r', 'org_1')])).toBe(
      '1 of 2 changes cannot be taken back once sent.',
    );
  });

  test('has nothing to lead with where names and colours change', () => {
    expect(risksOf([stepOf('a', { entity: 'organization', field: 'name' })], radius)).toEqual([]);
  });
});

test('whom policies reach is said once for an application, by the gravest of its settings', () => {
  const reach = (applicationId: string, demandsSecondFactor: boolean) => ({
    intentId: IntentId.parse(`int_${applicationId}_${demandsSecondFactor}`),
    applicationId: RecordId.parse(applicationId),
    label: applicationId,
    people: 40,
    demandsSecondFactor,
    withoutSecondFactor: demandsSecondFactor ? 4 : null,
  });
  const said = [reach('app_1', false), reach('app_1', true), reach('app_1', false), reach('app_2', false)];
  expect(reachByApplication(said).map(reachText)).toEqual([
    '40 people sign in there; 4 of them have no second factor.',
    '40 people sign in there.',
  ]);
});
