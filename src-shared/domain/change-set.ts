import { z } from 'zod';
import { inEnglishToo } from '../language/in-english-too';
import { ChangeSetId } from './ids';

/** A named group of intents, e.g. everything that one ticket asks for. */
export const ChangeSet = z.object({
  id: ChangeSetId,
  title: z.string().trim().min(1).max(200),
  /** Reference in a ticket system, '' when none. */
  ticket: z.string().trim().max(200),
  createdAt: z.number(),
  /** The set that this one takes back, null when none. */
  undoes: ChangeSetId.nullable(),
  /** The set that took its intents over, null while it stands on its own. */
  joinedInto: ChangeSetId.nullable(),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

export const defaultChangeSetId = ChangeSetId.parse('set_default');

/** The set that everybody starts with, until it is renamed; its title is a key, the same in every language: `isUnnamed`. */
export const defaultChangeSet: ChangeSet = {
  id: defaultChangeSetId,
  title: 'Changes',
  ticket: '',
  createdAt: 0,
  undoes: null,
  joinedInto: null,
};

/** Whether nobody named it yet; versions before kept its title as they said it. */
export const isUnnamed = ({ id, title }: Pick<ChangeSet, 'id' | 'title'>): boolean =>
  id === defaultChangeSetId && inEnglishToo(title).includes(defaultChangeSet.title);
