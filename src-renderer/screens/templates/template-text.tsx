import { Button, Menu, Textarea } from '@mantine/core';
import type { Draft } from '@renderer/drafts/use-draft';
import { serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { withdraw } from '@renderer/state/withdraw';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { Intent } from '@shared/domain/intent';
import { bodyLock } from '@shared/domain/models/template';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { holds } from '@shared/domain/rules/template';
import { t } from '@shared/language/t';
import { Braces } from 'lucide-react';
import { useRef, useState } from 'react';
import classes from './template-page.module.css';
import { begun, useVariableChoice } from './variable-choice';

interface TemplateTextProps {
  /** What people get, or what the editor of the service's dashboard made it of. */
  readonly field: 'body' | 'markup';
  readonly record: StoredRecord<'template'>;
  readonly openIntents: readonly Intent[];
  readonly draft: Draft;
}

/** The words of a template with their markup: typed, variables put in where the cursor stands, staged when they hold what they must. */
export function TemplateText({ field, record, openIntents, draft }: TemplateTextProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { requiredVariables: required, availableVariables: available } = record;
  const text = draft.value ?? record[field];
  // What is sent must hold them; the markup is the editor's own.
  const missing = field === 'body' ? required.filter((variable) => !holds(text, variable)) : [];
  const locked = bodyLock(record);
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === field);
  const name = labelOf('template', record, '');
  const what = field === 'body' ? t('Text') : t('Markup');
  const change = (to: string): void => draft.change(to, serverValue(record, field));
  const insert = (variable: string): void => {
    const { selectionStart: from = text.length, selectionEnd: to = from } = input.current ?? {};
    change(`${text.slice(0, from)}{{${variable}}}${text.slice(to)}`);
    input.current?.focus();
  };
  const typed = cursor === null || locked !== null ? null : begun(text, cursor);
  const choice = useVariableChoice(available, typed, {
    close: () => setCursor(null),
    take: (variable) => {
      if (cursor === null || typed === null) return;
      const from = cursor - typed.length;
      // The whole word goes, also where the cursor stands inside of it.
      const rest = text.slice(cursor).replace(/^[\w.]*/, '');
      const closing = /^\s*\}\}/.test(rest) ? '' : '}}';
      change(`${text.slice(0, from)}${variable}${closing}${rest}`);
      const behind = from + variable.length + 2;
      requestAnimationFrame(() => input.current?.setSelectionRange(behind, behind));
    },
  });
  const commit = async (): Promise<void> => {
    const base = draft.base ?? serverValue(record, field);
    const title = t('{what} of {name}', { what, name });
    const rejected = await stageField({
      entity: 'template',
      id: record.id,
      field,
      base,
      value: text,
      title,
    });
    setFailure(rejected);
    if (rejected === null) draft.discard();
  };
  return (
    <div className={classes.text}>
      <div className={classes.bar}>
        <Menu>
          <Menu.Target>
            <Button
              variant="default"
              disabled={locked !== null}
              leftSection={<Braces size={13} aria-hidden />}
            >
              {t('Insert a variable')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.variables}>
            {available.map((variable) => (
              <Menu.Item key={variable} onClick={() => insert(variable)}>
                {variable}
                {required.includes(variable) && <span className={classes.must}> {t('must be there')}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          disabled={draft.value === null || text === record[field] || missing.length > 0}
          onClick={() => void commit()}
        >
          {field === 'body' ? t('Stage text') : t('Stage markup')}
        </Button>
        {draft.value !== null && (
          <Button variant="subtle" onClick={draft.discard}>
            {t('Discard what was typed')}
          </Button>
        )}
        {own.length > 0 && (
          <Button variant="subtle" onClick={() => void withdraw(own, t('{what} of {name}', { what, name }))}>
            {field === 'body' ? t('Undo staged text') : t('Undo staged markup')}
          </Button>
        )}
      </div>
      {missing.length > 0 && (
        <p className={classes.fault} role="alert">
          {t('It must hold {variables}.', {
            variables: missing.map((variable) => `{{${variable}}}`).join(', '),
          })}
        </p>
      )}
      {field === 'markup' && (
        <p className={classes.note}>
          {t('The dashboard’s editor makes the text of it; what people are sent is the text.')}
        </p>
      )}
      {locked !== null && <p className={classes.note}>{locked}</p>}
      {failure && <InlineFailure failure={failure} />}
      {choice.list}
      <Textarea
        ref={input}
        {...choice.input}
        label={field === 'markup' ? t('Markup') : record.type === 'sms' ? t('Text') : t('Text (HTML)')}
        classNames={{ root: classes.area, wrapper: classes.areaBox, input: classes.input }}
        spellCheck={false}
        readOnly={locked !== null}
        value={text}
        onChange={(event) => {
          change(event.currentTarget.value);
          setCursor(event.currentTarget.selectionStart);
        }}
        // Only typing opens the choice: whoever moves about in the text keeps their keys.
        onSelect={(event) => event.currentTarget.selectionStart !== cursor && setCursor(null)}
        onBlur={() => setCursor(null)}
      />
    </div>
  );
}
