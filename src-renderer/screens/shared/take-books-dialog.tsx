import { Checkbox } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { notifyDone } from '@renderer/state/notify';
import { readText } from '@renderer/state/text-file';
import { usePreferences } from '@renderer/state/use-preferences';
import { capitalized } from '@renderer/ui/format/capitalized';
import { formatTime } from '@renderer/ui/format/format-time';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { NamedFigures } from '@renderer/ui/list/named-figures';
import type { BookImport } from '@shared/contract/books';
import type { Failure, Result } from '@shared/contract/failure';
import { books } from '@shared/domain/books/books';
import { t } from '@shared/language/t';
import { FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import classes from './take-books-dialog.module.css';
import { TextFileButton } from './text-file-button';
import { useFirstFile } from './use-first-file';
import { useNames } from './use-names';

type Outcome = BookImport['rows'][number]['outcome'];

const words: Readonly<Record<Outcome, string>> = {
  added: t('new'),
  changed: t('changed'),
  removed: t('removed here'),
  'only-here': t('stays: only here'),
  same: t('the same'),
};
const order: readonly Outcome[] = ['removed', 'changed', 'added', 'only-here', 'same'];

const signed = ({ author, madeAt }: BookImport) => ({ name: author.name, time: formatTime(madeAt) });

interface Props {
  /** Opened at once. */
  readonly first?: File;
  readonly onClose: () => void;
}

/** A colleague's signed books: whose they are, what each entry would become, and then all of it kept or nothing. */
export function TakeBooksDialog({ first, onClose }: Props) {
  const by = usePreferences(({ signer }) => signer);
  const { run, busy, failure } = useOperation('importBooks');
  const [text, setText] = useState<string | null>(null);
  const [unread, setUnread] = useState<Failure | null>(null);
  const [look, setLook] = useState<BookImport | null>(null);
  const [replace, setReplace] = useState(false);
  const read = async (chosen: string, replacing: boolean): Promise<void> => {
    setReplace(replacing);
    const looked = await run({ text: chosen, replace: replacing });
    setLook(looked.ok ? looked.value : null);
  };
  const open = async (chosen: Result<string>): Promise<void> => {
    setLook(null);
    setUnread(chosen.ok ? null : chosen.error);
    setText(chosen.ok ? chosen.value : null);
    if (chosen.ok) await read(chosen.value, replace);
  };
  useFirstFile(first, (file) => void readText(file).then(open));
  const rows = look?.rows ?? [];
  // Some entries are called after the application that they are of.
  const names = useNames(
    'application',
    rows.map(({ id }) => id).filter((id) => id.startsWith('app_')),
  );
  const changing = rows.filter(({ outcome }) => outcome !== 'same' && outcome !== 'only-here');
  const keep = async (): Promise<void> => {
    if (text === null) return;
    const kept = await run({ text, keep: true, replace, by });
    if (!kept.ok) return;
    notifyDone(
      t('Taken. {count, plural, one {# entry} other {# entries}} of {name}', {
        count: changing.length,
        name: kept.value.author.name,
      }),
    );
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      title={t('Take a colleague’s signed file')}
      verb={
        changing.length === 0
          ? t('Nothing to keep')
          : t('Keep {count, plural, one {# entry} other {# entries}}', { count: changing.length })
      }
      destructive={replace && rows.some(({ outcome }) => outcome === 'removed')}
      busy={busy}
      disabled={changing.length === 0}
      failure={unread ?? failure ?? null}
      onClose={onClose}
      onConfirm={() => void keep()}
    >
      <div className={classes.look}>
        <div>
          <TextFileButton
            label={text === null ? t('Choose a file…') : t('Choose another file…')}
            icon={FileCheck2}
            accept=".json,application/json"
            busy={busy}
            onText={(chosen) => void open(chosen)}
          />
        </div>
        {look && text !== null && (
          <section aria-label={t('What the file holds')} role="status">
            <p className={classes.who}>
              {look.author.self
                ? t('Signed by {name}, with the key of this workspace, {time}', signed(look))
                : t('Signed by {name}, {time}', signed(look))}
            </p>
            <p className={classes.quiet}>
              {t('Fingerprint {fingerprint}', { fingerprint: look.author.fingerprint })}
            </p>
            <NamedFigures
              rows={rows
                .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
                .map(({ book, id, name, outcome, laterHere, notHere, notKnown }) => ({
                  id: `${book}/${id}`,
                  name: `${capitalized(books[book].one)} ${names.get(id) ?? name}`,
                  figures:
                    outcome === 'removed' && notHere.length > 0
                      ? t('removed here: its application was closed, or is of another platform')
                      : notHere.length > 0
                        ? t('{outcome}, but there is no application {ids} here', {
                            outcome: words[outcome],
                            ids: notHere.join(', '),
                          })
                        : notKnown.length > 0
                          ? t('{outcome}; not known here before the next complete sync: {ids}', {
                              outcome: words[outcome],
                              ids: notKnown.join(', '),
                            })
                          : laterHere === 0
                            ? words[outcome]
                            : outcome === 'added'
                              ? t('{outcome}, although taken out here later: {time}', {
                                  outcome: words[outcome],
                                  time: formatTime(laterHere),
                                })
                              : t('{outcome}, although written here later: {time}', {
                                  outcome: words[outcome],
                                  time: formatTime(laterHere),
                                }),
                }))}
            />
            <Checkbox
              className={classes.replace}
              label={t('Take out what only stands here')}
              checked={replace}
              disabled={busy}
              onChange={(event) => void read(text, event.currentTarget.checked)}
            />
          </section>
        )}
      </div>
    </ConfirmDialog>
  );
}
