import { z } from 'zod';
import { t } from '../../language/t';
import { EntityName } from '../entity';
import { parseFilter } from '../filter/parse-filter';
import { countedBeside } from '../records/beside';
import { Severity } from '../severity';
import { BookId, book, Moment } from './book';

/** A finding that somebody answers for: one record of a check, or all that the check finds. */
export const findingAcceptance = book(
  t('acceptance'),
  t('acceptances'),
  z.strictObject({
    /** Id of the check. */
    check: BookId,
    /** '' for whatever it finds. */
    recordId: z.string().max(200).default(''),
    /** Given for what could not be told of the record: what is found of it later is a finding all the same. */
    notKnown: z.boolean().default(false),
    /** What the record was called, for lists of what was accepted. */
    name: z.string().max(300).default(''),
    /** Accepted until then, ms; null for as long as nobody says otherwise. */
    until: Moment.nullable().default(null),
    reason: z.string().trim().min(1, t('must be given')).max(500),
  }),
);

/** A check of the admin's own: what a filter finds is a finding. */
export const findingCheck = book(
  t('check'),
  t('checks'),
  z
    .strictObject({
      title: z.string().trim().min(1).max(100),
      severity: Severity,
      /** Why it matters, as a sentence. */
      why: z.string().trim().min(1).max(500),
      entity: EntityName,
      /** Conditions as text (docs/cli.md); spans stay spans (`notLast 90d`). */
      where: z.string().trim().max(20_000).default(''),
      /** Search. */
      text: z.string().trim().max(200).default(''),
      /** As older versions keep it: only records of which so few others tell. It is a condition like any other by now. */
      few: z.strictObject({ figure: z.string(), atMost: z.number().int().min(0).max(1_000) }).optional(),
    })
    .superRefine(({ entity, where, text, few }, context) => {
      const complain = (path: string, message: string): void =>
        context.addIssue({ code: 'custom', path: [path], message });
      const read = parseFilter(entity, where);
      if (!read.ok) complain('where', read.error.message.replace(/\.$/, ''));
      if (where === '' && text === '' && few === undefined)
        complain('where', t('must narrow the list: a check that finds every record says nothing'));
      if (few !== undefined && countedBeside(entity, few.figure) === null)
        complain('few', t('nothing called {figure} is counted of {entity}', { figure: few.figure, entity }));
    }),
);
