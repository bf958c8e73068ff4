import { useUnread } from '@renderer/state/left-out-context';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { rich } from '@renderer/ui/text/rich';
import { t } from '@shared/language/t';
import { FileQuestionMark } from 'lucide-react';
import classes from './unread-note.module.css';

const word = t('Not read at the last sync');

/** Beside a name: the record could not be read, and stands as it was known. Nothing for one that was read. */
export function UnreadMark({ id }: { readonly id: string }) {
  return useUnread(id) && <StateMark kind="unverified" word={word} compact />;
}

/** The same at the head of a record, with where and why. */
export function UnreadNote({ id }: { readonly id: string }) {
  const unread = useUnread(id);
  if (!unread) return null;
  const { path, why } = unread;
  return (
    <p className={classes.note} role="status">
      <FileQuestionMark size={13} aria-hidden />
      <span>
        {rich('Not read at the last sync; what could not be read stands as it was known before: {where}', {
          where: (
            <>
              {path && <code>{path}</code>}
              {path && why && ', '}
              {why}
            </>
          ),
        })}
      </span>
    </p>
  );
}
