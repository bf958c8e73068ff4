import { describeChange } from '@renderer/fields/describe-change';
import { inside } from '@renderer/ui/format/inside';
import type { BlastRadius, PlanStep } from '@shared/contract/plan';
import { configPrefix } from '@shared/domain/config-field';
import { hasConfig } from '@shared/domain/editable-fields';
import { modelOf } from '@shared/domain/entity';
import { isJsonArray, type JsonObject, type JsonValue } from '@shared/domain/json';
import { holdsRole, isMembership } from '@shared/domain/rules/asks';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { gathered } from '@shared/gather';
import { t } from '@shared/language/t';
import { closedText, reachText } from '../reach-text';

/** Steps of one kind that somebody may regret, as one line that opens. */
export interface Risk {
  readonly id: string;
  readonly head: string;
  /** Whom or what it hits, all of them. */
  readonly affected: readonly string[];
  /** It cannot be taken back, or takes something from people. */
  readonly grave: boolean;
}

/**
 * What the last dialog leads with, gravest first: deletions, removals, powerful permissions, policies, emails, and whatever else
 * cannot be taken back. Every step and everybody is counted, none left out. Pure.
 *
 * @param sent steps that would reach the service, conflicts as decided.
 */
export function risksOf(sent: readonly PlanStep[], radius: BlastRadius): readonly Risk[] {
  const of = (pick: (step: PlanStep) => boolean): readonly PlanStep[] => sent.filter(pick);
  const deletions = of(({ verb, entity }) => verb === 'delete' && !holdsRole(entity));
  const removals = of(({ verb, entity }) => verb === 'delete' && isMembership(entity));
  const emails = of(({ verb, entity }) => verb === 'create' && rulesOf(entity).lasting !== '');
  const policies = of(
    ({ entity, verb, field }) => verb === 'update' && hasConfig(entity) && field.startsWith(configPrefix),
  );
  const told = new Set([...deletions, ...removals, ...emails]);
  const lasting = groupsOf(of((step) => step.irreversible && !told.has(step)));
  return [
    risk(
      'deletions',
      deletions,
      (count) => deletionHead(count, radius),
      (step) => [step.label, losers(radius, step)].filter((text) => text !== '').join(': '),
    ),
    risk(
      'removals',
      removals,
      () => removalHead(removals),
      ({ label }) => label,
    ),
    ...powerRisks(radius),
    risk(
      'policies',
      policies,
      () => policyHead(policies, radius),
      (step) => policyLine(step, radius),
      radius.policies.some(({ demandsSecondFactor }) => demandsSecondFactor),
    ),
    risk(
      'emails',
      emails,
      (count) => t('{count, plural, one {# email is} other {# emails are}} sent', { count }),
      ({ label }) => label,
    ),
    ...lasting.map(([what, steps]) =>
      risk(
        what,
        steps,
        (count) =>
          t('{count, plural, one {# change} other {# changes}} cannot be taken back: {what}', {
            count,
            what: inside(what),
          }),
        ({ label }) => label,
      ),
    ),
  ].filter(({ affected }) => affected.length > 0);
}

function risk(
  id: string,
  steps: readonly PlanStep[],
  head: (count: number) => string,
  line: (step: PlanStep) => string,
  grave = true,
): Risk {
  return { id, head: head(steps.length), affected: steps.map(line), grave };
}

function losers({ access, closings }: BlastRadius, { entity, recordId, intentId }: PlanStep): string {
  const closed = closings.find((each) => each.intentId === intentId);
  if (closed !== undefined) return closedText(closed);
  if (!modelOf(entity).scope) return '';
  const most = access
    .filter((entry) => entry.organizationId === recordId && entry.change === 'loses')
    .reduce((count, { people, more = 0 }) => Math.max(count, people.length + more), 0);
  return most === 0 ? '' : t('{most, plural, one {# person loses} other {# people lose}} access', { most });
}

/** With everybody who is lost with applications, where there are any. */
function deletionHead(count: number, { closings }: BlastRadius): string {
  if (closings.length === 0)
    return t('{count, plural, one {# record is} other {# records are}} deleted for good', { count });
  const counted = closings.flatMap(({ people }) => people ?? []);
  const people = counted.reduce((sum, each) => sum + each, 0);
  return counted.length === closings.length
    ? t(
        '{count, plural, one {# record is} other {# records are}} deleted for good, with {people, plural, one {# person} other {# people}}',
        { count, people },
      )
    : t(
        '{count, plural, one {# record is} other {# records are}} deleted for good, with more than {people, plural, one {# person} other {# people}}: not all could be counted',
        { count, people },
      );
}

function removalHead(steps: readonly PlanStep[]): string {
  const people = new Set(steps.map(({ base, recordId }) => objectOf(base).userId ?? recordId)).size;
  const places = new Set(steps.map(({ organizationId }) => organizationId)).size;
  return t(
    '{people, plural, one {# person is} other {# people are}} removed from {places, plural, one {# organization} other {# organizations}}',
    { people, places },
  );
}

/** One line for each powerful permission, and one for all the others. */
function powerRisks({ permissions }: BlastRadius): readonly Risk[] {
  const line = ({ permission, change, people }: BlastRadius['permissions'][number]): string =>
    change === 'gains'
      ? t('{people, plural, one {# person gains} other {# people gain}} {permission}', { people, permission })
      : t('{people, plural, one {# person loses} other {# people lose}} {permission}', {
          people,
          permission,
        });
  const rest = permissions.filter(({ powerful }) => !powerful);
  const powerful = permissions.filter((each) => each.powerful);
  const most = powerful.slice(0, 3);
  const others = [...powerful.slice(3), ...rest];
  return [
    ...most.map((each) => ({
      id: line(each),
      head: line(each),
      affected: [each.permission],
      grave: each.change === 'loses',
    })),
    {
      id: 'permissions',
      head: t('{count, plural, one {# other permission is} other {# other permissions are}} gained or lost', {
        count: others.length,
      }),
      affected: others.map(line),
      grave: false,
    },
  ];
}

function policyHead(steps: readonly PlanStep[], { policies }: BlastRadius): string {
  const applications = new Set(steps.map(({ recordId }) => recordId)).size;
  const settings = new Set(steps.map(({ field }) => field)).size;
  const touched = new Map(policies.map(({ applicationId, people }) => [applicationId, people]));
  const counted = [...touched.values()].filter((people) => people !== null);
  const all = counted.reduce((sum, people) => sum + people, 0);
  const who =
    counted.length === 0 || counted.length < applications
      ? t('everybody who signs in there is subject to it')
      : t('{all, plural, one {# account is} other {# accounts are}} subject to it', { all });
  return t(
    '{settings, plural, one {# policy changes} other {# policies change}} in {applications, plural, one {# application} other {# applications}}: {who} at once',
    { settings, applications, who },
  );
}

function policyLine(step: PlanStep, { policies }: BlastRadius): string {
  const { what, before, after } = describeChange(step, new Map());
  const change = `${step.label}: ${what}${before === undefined ? '' : ` ${before} →`} ${after ?? ''}`;
  const reach = policies.find(({ intentId }) => intentId === step.intentId);
  return reach === undefined ? change : `${change}. ${reachText(reach)}`;
}

/** Steps that leave something behind, by what they are. */
function groupsOf(steps: readonly PlanStep[]): readonly (readonly [string, readonly PlanStep[]])[] {
  return [...gathered(steps, (step) => describeChange(step, new Map()).what)];
}

const objectOf = (value: JsonValue): JsonObject =>
  value !== null && typeof value === 'object' && !isJsonArray(value) ? value : {};

/** `3 of 28 changes cannot be taken back.` */
export function lastingLine(sent: readonly PlanStep[]): string {
  const lasting = sent.filter(({ irreversible }) => irreversible).length;
  if (lasting === 0) return t('All of it can be taken back afterwards.');
  if (lasting === sent.length)
    return t('{lasting, plural, one {# change} other {# changes}}: cannot be taken back once sent.', {
      lasting,
    });
  return t(
    '{lasting, number} of {count, plural, one {# change} other {# changes}} cannot be taken back once sent.',
    { lasting, count: sent.length },
  );
}
