import { Button } from '@mantine/core';
import { Dialog } from '@renderer/ui/layout/dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { t } from '@shared/language/t';
import type { FormEvent, ReactNode } from 'react';
import classes from './stage-dialog.module.css';
import type { Staging } from './use-staging';

interface StageDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** On the button: `Stage creation`. */
  readonly verb: string;
  /** False while something is still to be chosen. */
  readonly ready?: boolean;
  /** For what needs room beside its fields. */
  readonly wide?: true;
  readonly staging: Pick<Staging, 'busy' | 'failures'>;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form that stages what was typed: closed while it is under way, with what was rejected above its buttons. */
export function StageDialog(props: StageDialogProps) {
  const { opened, title, verb, ready = true, staging, onSubmit, onClose, children } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !staging.busy) void onSubmit();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size={props.wide ? 560 : 430}>
      <form className={classes.form} onSubmit={submit}>
        {children}
        {staging.failures.map((failure) => (
          <InlineFailure key={failure.message} failure={failure} />
        ))}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" disabled={!ready} loading={staging.busy}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
