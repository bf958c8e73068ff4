import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { ActMenu } from '@renderer/screens/kit/act-menu';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { HistoryButton } from '@renderer/screens/shared/history-button';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { setParams } from '@renderer/state/use-route';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { Inspector } from '@renderer/ui/layout/inspector';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import type { TemplateFleetPage } from '@shared/contract/templates';
import { textsOf } from '@shared/domain/templates/template-texts';
import { t } from '@shared/language/t';
import { Pencil } from 'lucide-react';
import { asApplied } from './as-applied';
import { TemplatePreview } from './template-preview';
import { TextsDifference } from './texts-difference';
import classes from './version-inspector.module.css';

interface VersionInspectorProps {
  /** Of the template. */
  readonly id: string;
  /** The wording that most have. */
  readonly most: TemplateFleetPage['versions'][number] | undefined;
  /** The service's own wording, where an application still has it. */
  readonly untouched: TemplateFleetPage['untouched'];
  readonly onClose: () => void;
}

/** One application's template: what most have beside it, what is staged of it, and what its people get. */
export function VersionInspector({ id, most, untouched, onClose }: VersionInspectorProps) {
  const { record, openIntents, failure } = useRecord('template', id);
  if (!record)
    return (
      <AbsentRecord
        entity="template"
        id={id}
        record={record}
        gone={t(
          'It is not read yet, or its application keeps it to itself: choose the row, and read its templates.',
        )}
        failure={failure}
        onClose={onClose}
      />
    );
  const applied = asApplied(record);
  return (
    <Inspector
      title={record.applicationName}
      subtitle={
        <>
          <span>{record.name}</span>
          <CopyId id={id} />
        </>
      }
      marks={<RowMark record={record} />}
      actions={
        <>
          <Button leftSection={<Pencil size={13} aria-hidden />} onClick={() => setParams({ alone: 'yes' })}>
            {t('Edit this one')}
          </Button>
          <ActMenu entity="template" record={record} />
          <HistoryButton id={id} />
        </>
      }
      onClose={onClose}
    >
      {most && (
        <InspectorSection title={t('Difference to what most have')}>
          <TextsDifference
            before={most.texts}
            after={applied}
            titles={[t('Most have'), t('This one')]}
            same={t('It has the same words.')}
          />
        </InspectorSection>
      )}
      {record.canRevert && untouched && (
        <InspectorSection title={t('Difference to the service’s wording')}>
          <p className={classes.source}>
            {t('As {name} has it, which never rewrote it.', { name: untouched.name })}
          </p>
          <TextsDifference
            before={untouched.texts}
            after={applied}
            titles={[t('The service’s'), t('This one')]}
            same={t('It has the same words: Actions, Revert, gives it back to the service.')}
          />
        </InspectorSection>
      )}
      {record.state !== 'synced' && (
        <InspectorSection title={t('Difference to what is applied')}>
          <TextsDifference
            before={applied}
            after={textsOf(record)}
            titles={[t('On the service'), t('Staged')]}
            same={t('Nothing is staged of its words.')}
          />
        </InspectorSection>
      )}
      <InspectorSection title={t('What people get')}>
        <TemplatePreview record={record} body={record.body} />
      </InspectorSection>
      <OpenIntents intents={openIntents} />
    </Inspector>
  );
}
