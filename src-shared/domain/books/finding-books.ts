import { z } from 'zod';
import { EntityName } from '../entity';
import { JsonValue } from '../json';
import { misfit, queryField } from '../query-field';
import { Severity } from '../severity';
import { BookId, book } from './book';

/** A finding that somebody answers for: one record of a check, or all that the check finds. */
export const findingAcceptance = book(
  'acceptance',
  'acceptances',
  z.strictObject({
    /** Id of the check. */
    check: BookId,
    /** '' for whatever it finds. */
    recordId: z.string().max(200).default(''),
    /** What the record was called, for lists of what was accepted. */
    name: z.string().max(300).default(''),
    /** Accepted until then, ms; null for as long as nobody says otherwise. */
    until: z.number().int().nullable().default(null),
    reason: z.string().trim().min(1, 'must be given').max(500),
  }),
);

const Condition = z.strictObject({
  field: z.string().min(1),
  op: z.enum(['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte']),
  value: JsonValue,
});

/** A check of the admin's own: what a filter finds is a finding. */
export const findingCheck = book(
  'check',
  'checks',
  z
    .strictObject({
      title: z.string().trim().min(1).max(100),
      severity: Severity,
      /** Why it matters, as a sentence. */
      why: z.string().trim().min(1).max(500),
      entity: EntityName,
      where: z.array(Condition).max(20).default([]),
      text: z.string().max(200).default(''),
    })
    .refine(({ where, text }) => where.length > 0 || text.trim() !== '', {
      path: ['where'],
      message: 'must narrow the list: a check that finds every record says nothing',
    })
    .superRefine(({ entity, where }, context) => {
      for (const [index, { field, op, value }] of where.entries()) {
        const known = queryField(entity, field);
        const values = op === 'in' && Array.isArray(value) ? value : [value];
        const wrong =
          known === null
            ? `is no field of ${entity}`
            : values.map((one) => misfit(known, one)).find((each) => each !== null);
        if (wrong) context.addIssue({ code: 'custom', path: ['where', index, field], message: wrong });
      }
    }),
);
