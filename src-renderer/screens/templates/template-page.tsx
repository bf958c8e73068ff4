import { Button, SegmentedControl } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { useDraft } from '@renderer/drafts/use-draft';
import { fieldText } from '@renderer/fields/field-text';
import { ActMenu } from '@renderer/screens/kit/act-menu';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { HistoryButton } from '@renderer/screens/shared/history-button';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RecordField } from '@renderer/screens/shared/record-field';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { textsOf } from '@shared/domain/templates/template-texts';
import { t } from '@shared/language/t';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { asApplied } from './as-applied';
import classes from './template-page.module.css';
import { TemplatePreview } from './template-preview';
import { TemplateText } from './template-text';
import { TextsDifference } from './texts-difference';

/** One template: its words on the left, what people get on the right. */
export function TemplatePage({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { record, openIntents, failure } = useRecord('template', id);
  const drafts = `${useWorkspaceId()}/template/${id}`;
  const draft = useDraft(`${drafts}/body`);
  const markup = useDraft(`${drafts}/markup`);
  const [shown, setShown] = useState<'body' | 'markup'>('body');
  if (!record)
    return (
      <AbsentRecord
        entity="template"
        id={id}
        record={record}
        gone={t('It is not in your copy: not synced yet.')}
        failure={failure}
        onClose={onClose}
      />
    );
  const field = { entity: 'template', record, openIntents } as const;
  return (
    <div className={classes.page}>
      <section className={classes.editor} aria-label={t('Words')}>
        <div className={classes.bar}>
          <Button variant="subtle" leftSection={<ArrowLeft size={13} aria-hidden />} onClick={onClose}>
            {t('All templates')}
          </Button>
          <ActMenu entity="template" record={record} />
          <HistoryButton id={id} />
          <RowMark record={record} />
        </div>
        <RecordField {...field} field="name" />
        {record.type === 'email' && (
          <>
            <RecordField {...field} field="subject" />
            <RecordField {...field} field="fromEmailName" />
            <RecordField {...field} field="replyToEmailName" />
          </>
        )}
        <dl className={classes.facts}>
          <FieldRow label={t('Wording')}>
            {fieldText('template', 'resourceType', record.resourceType)}
          </FieldRow>
          <FieldRow label={t('Delivered by')}>
            {record.deliveredByClerk ? t('the service') : t('you, by a webhook')}
          </FieldRow>
        </dl>
        {record.type === 'email' && (
          <SegmentedControl
            className={classes.words}
            aria-label={t('Which words')}
            data={[
              { value: 'body', label: t('Text') },
              { value: 'markup', label: t('Markup of the editor') },
            ]}
            value={shown}
            onChange={(to) => setShown(to === 'markup' ? 'markup' : 'body')}
          />
        )}
        <TemplateText
          key={shown}
          field={shown}
          record={record}
          openIntents={openIntents}
          draft={shown === 'body' ? draft : markup}
        />
        <InspectorSection title={t('Difference to what is applied')}>
          <TextsDifference
            before={asApplied(record)}
            after={{
              ...textsOf(record),
              body: draft.value ?? record.body,
              markup: markup.value ?? record.markup,
            }}
            titles={[
              t('On the service'),
              draft.value === null && markup.value === null ? t('Staged') : t('Staged, or typed'),
            ]}
            same={t('Nothing is staged of its words.')}
          />
        </InspectorSection>
        <OpenIntents intents={openIntents} />
      </section>
      <TemplatePreview record={record} body={draft.value ?? record.body} />
    </div>
  );
}
