import { z } from 'zod';
import { t } from '../../language/t';
import { configField } from '../config-field';
import { RecordId } from '../ids';
import { JsonValue } from '../json';
import { type BookValues, book, textsAt } from './book';

/** What a rule may ask of an application beside its settings. */
const plainFields: ReadonlySet<string> = new Set([
  'id',
  'name',
  'domain',
  'dns',
  'environment',
  'instanceId',
]);

/** What an application has: anything else nobody has, so that a rule of it would be misspelt. */
const RuleField = z
  .string()
  .refine(
    (field) => plainFields.has(field) || configField(field) !== undefined,
    t('names nothing of an application, such as config.session_settings.maximum_lifetime or name'),
  );

/** Applications that are treated alike: by hand, by rule, or both. */
export const applicationGroup = book(
  t('group'),
  t('groups'),
  z.strictObject({
    name: z.string().trim().min(1).max(100),
    /** Its applications by hand. */
    members: z.array(RecordId).max(10_000).default([]),
    /** Whatever has all of these values is of the group as well: fields of an application, such as `config.session.lifetime`. */
    where: z
      .array(
        z.strictObject({
          field: RuleField,
          value: JsonValue.refine((value): boolean => value !== null, t('must be a value')),
        }),
      )
      .max(20)
      .default([]),
  }),
  {
    beside: ['baseline'],
    faults: (own, other) => groupFaults(own, other('baseline')),
    settings: (value) => textsAt(value, 'where', 'field'),
  },
);

/** Baselines that are for a group that is none: they would say nothing to anybody. */
export function groupFaults(groups: BookValues, baselines: BookValues): readonly string[] {
  return [...baselines.values()].flatMap((value) => {
    const { name, level, of } = value as {
      readonly name: string;
      readonly level: string;
      readonly of: string;
    };
    return level === 'group' && !groups.has(of)
      ? [t('The baseline {name} is for the group {of}, which is no group', { name, of })]
      : [];
  });
}
