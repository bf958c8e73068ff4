import { Button, TextInput } from '@mantine/core';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { Pencil } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { InlineFailure } from '../marks/inline-failure';
import { StagedValue } from '../marks/staged-value';
import { useCommandTarget } from './command-target';
import classes from './inline-edit.module.css';
import { inputBeside } from './label-beside';
import { UndoButton } from './undo-button';

interface InlineEditProps {
  readonly label: string;
  /** The same as it is shown, where that is not all of it. */
  readonly shown?: ReactNode;
  /** As shown while not edited. */
  readonly value: ReactNode;
  /** The service's value when another one is staged. */
  readonly server?: ReactNode;
  /** What is typed; null while not edited. */
  readonly draft: string | null;
  /** Under the field while it is edited: limits, what was restored. */
  readonly hint?: ReactNode;
  readonly inputMode?: 'text' | 'numeric';
  readonly failure?: Failure | null;
  /** Why it cannot be edited. */
  readonly readOnly?: string | null;
  /** Undefined: not staged, nothing to undo here. */
  readonly onUndo?: () => void;
  readonly onEdit: () => void;
  readonly onChange: (draft: string) => void;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
}

/** A value that becomes its own field: click or Enter edits, Enter stages, Escape lets go. Focus returns to the value. */
export function InlineEdit(props: InlineEditProps) {
  const {
    label,
    shown = label,
    value,
    server,
    draft,
    hint,
    inputMode = 'text',
    failure,
    readOnly = null,
    onUndo,
  } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useCommandTarget('edit', draft === null && readOnly === null ? props.onEdit : null);
  const leave = (then: () => void): void => {
    then();
    requestAnimationFrame(() => button.current?.focus());
  };
  if (draft === null) {
    return (
      <div className={classes.field}>
        <span className={classes.label} id={id}>
          {shown}
        </span>
        <div className={classes.shown}>
          <button
            ref={button}
            type="button"
            className={classes.value}
            aria-label={t('Edit {label}', { label })}
            disabled={readOnly !== null}
            title={readOnly ?? undefined}
            onClick={props.onEdit}
          >
            <StagedValue value={value} server={server} wraps />
            {readOnly === null && <Pencil size={11} className={classes.pencil} aria-hidden />}
          </button>
          {onUndo && <UndoButton what={t('the staged {label}', { label })} onUndo={onUndo} />}
        </div>
        {failure && <InlineFailure failure={failure} />}
      </div>
    );
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        leave(props.onCommit);
      }}
    >
      <TextInput
        {...inputBeside}
        label={shown}
        value={draft}
        inputMode={inputMode}
        autoFocus
        spellCheck={false}
        description={hint}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leave(props.onCancel);
        }}
      />
      <div className={classes.actions}>
        <Button type="submit">{t('Stage change')}</Button>
        <Button variant="default" onClick={() => leave(props.onCancel)}>
          {t('Cancel')}
        </Button>
      </div>
      {failure && <InlineFailure failure={failure} />}
    </form>
  );
}
