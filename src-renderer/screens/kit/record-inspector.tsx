import { useRecord } from '@renderer/bridge/use-record';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { HistoryButton } from '@renderer/screens/shared/history-button';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { UnreadNote } from '@renderer/screens/shared/unread-note';
import { useRecent } from '@renderer/screens/shared/use-recent';
import { useLacks } from '@renderer/state/capabilities';
import { useReadOnly } from '@renderer/state/read-only';
import { AbleButton } from '@renderer/ui/controls/able-button';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { Inspector } from '@renderer/ui/layout/inspector';
import { Avatar } from '@renderer/ui/marks/avatar';
import type { ScreenName } from '@shared/contract/screens';
import { type CapabilityName, takes } from '@shared/domain/capabilities';
import { type EntityName, modelOf } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { OldKeys } from './old-keys';
import { RecordTimes } from './record-times';

export interface Shown<E extends EntityName> {
  readonly record: StoredRecord<E>;
  readonly extras: JsonObject;
  readonly openIntents: readonly Intent[];
}

/** What only this kind of record shows, each in its place. */
export interface InspectorParts {
  /** What it is called, where not as in lists of changes. */
  readonly title?: string;
  /** Under the title, before the id. */
  readonly subtitle?: ReactNode;
  /** Beside what is staged: what is out of the ordinary. Nothing when nothing is. */
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
  /** Its history, where that is more than what happened to it alone. */
  readonly onHistory?: () => void;
  /** The last of the actions: what cannot be taken back once it is reconciled. */
  readonly danger?:
    | {
        readonly label: string;
        readonly icon: LucideIcon;
        /** What must be there for it; left out, that records of this kind can be deleted. */
        readonly needs?: readonly CapabilityName[];
        /** Why it cannot be done with this one. */
        readonly lack?: string | null;
        readonly dialog: (close: () => void) => ReactNode;
      }
    | false;
  /** What is edited here. */
  readonly fields?: ReactNode;
  /** Rows of what is known of it. */
  readonly facts: ReactNode;
  /** What its creation is called, and says before it is there. */
  readonly created?: { readonly label: string; readonly staged?: string };
  /** What belongs to it. */
  readonly more?: ReactNode;
}

interface RecordInspectorProps<E extends EntityName> {
  readonly entity: E;
  readonly id: string;
  /** Screen under which it is remembered as opened lately. */
  readonly recent?: ScreenName;
  /** Why it may be missing: `deleted on the service`. */
  readonly gone?: string;
  readonly onClose: () => void;
  readonly children: (shown: Shown<E>) => InspectorParts;
}

/** One record beside its table: head with its id, what is edited, what is known, what is staged, what belongs to it. */
export function RecordInspector<E extends EntityName>(props: RecordInspectorProps<E>) {
  const { entity, id, recent, gone = t('deleted on the service'), onClose, children } = props;
  const { record, extras, openIntents, failure } = useRecord(entity, id);
  const [danger, setDanger] = useState(false);
  const readOnly = useReadOnly();
  const lackOf = useLacks();
  const lackAmong = (needs: readonly CapabilityName[]): string | null =>
    needs.map(lackOf).find((lack) => lack !== null) ?? null;
  const name = record ? labelOf(entity, record, '') : undefined;
  useRecent(recent, id, name);
  if (!record) {
    return (
      <AbsentRecord
        entity={entity}
        id={id}
        record={record}
        gone={t('It is not in your copy: {gone}, or not synced yet.', { gone })}
        failure={failure}
        onClose={onClose}
      />
    );
  }
  const parts = children({ record, extras, openIntents });
  const { title = name ?? id } = parts;
  const { shape } = modelOf(entity);
  const risk = parts.danger || undefined;
  const RiskIcon = risk?.icon;
  return (
    <Inspector
      title={title}
      avatar={shape && <Avatar name={title} shape={shape} size={28} />}
      subtitle={
        <>
          {parts.subtitle && <span>{parts.subtitle}</span>}
          <CopyId id={record.id} />
        </>
      }
      marks={
        (record.state !== 'synced' || parts.marks) && (
          <>
            <RowMark record={record} />
            {parts.marks}
          </>
        )
      }
      actions={
        <>
          {parts.actions}
          <HistoryButton id={id} onClick={parts.onHistory} />
          {risk && RiskIcon && readOnly === null && (
            <AbleButton
              lack={lackAmong(risk.needs ?? [takes('delete', entity)]) ?? risk.lack ?? null}
              variant="subtle"
              color="red"
              leftSection={<RiskIcon size={13} aria-hidden />}
              onClick={() => setDanger(true)}
            >
              {risk.label}
            </AbleButton>
          )}
        </>
      }
      onClose={onClose}
    >
      <UnreadNote id={record.id} />
      {parts.fields}
      <dl>
        {parts.facts}
        <OldKeys entity={entity} record={record} openIntents={openIntents} />
        <RecordTimes record={record} created={parts.created} />
      </dl>
      <OpenIntents intents={openIntents} />
      {parts.more}
      {danger && risk?.dialog(() => setDanger(false))}
    </Inspector>
  );
}
