import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { notifyDone } from '@renderer/state/notify';
import { undoing } from '@renderer/state/undo';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { TemplateKey } from '@shared/contract/templates';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { ManyOutcomes } from './many-outcomes';
import classes from './template-page.module.css';
import { TemplatePreview } from './template-preview';
import { useChangeForMany } from './use-change-for-many';

interface ChangeForManyProps {
  readonly template: TemplateKey;
  readonly applicationIds: readonly RecordId[];
  readonly onClose: () => void;
}

/** One change of a template for many: typed once on the left, what it comes to for each on the right. */
export function ChangeForMany({ template, applicationIds, onClose }: ChangeForManyProps) {
  const [place, setPlace] = useState(0);
  const [shown, setShown] = useState(applicationIds[0] ?? null);
  const many = useChangeForMany(template, applicationIds, { place, shown });
  const { versions, foreseen, fits, typed, busy, failure } = many;
  const { type, slug } = template;
  const { record } = useRecord('template', shown === null ? null : `${shown}/${type}/${slug}`);
  const going = foreseen === undefined ? 0 : foreseen.counts.clean + foreseen.counts.merged;
  const stage = async (): Promise<void> => {
    const done = await many.stage();
    if (!done.ok || done.value.rejected.length > 0) return;
    const { clean, merged } = done.value.counts;
    many.discard();
    notifyDone(
      t('Staged. {slug} of {count, plural, one {# application} other {# applications}}', {
        slug,
        count: clean + merged,
      }),
      undoing(done.value.staged[0]?.gesture),
    );
    onClose();
  };
  return (
    <div className={classes.page}>
      <section className={classes.editor} aria-label={t('The change')}>
        <div className={classes.bar}>
          <Button variant="subtle" leftSection={<ArrowLeft size={13} aria-hidden />} onClick={onClose}>
            {t('All applications')}
          </Button>
          <Button disabled={!typed || !fits || going === 0} loading={busy} onClick={() => void stage()}>
            {going === 0
              ? t('Nothing to stage')
              : t('Stage for {count, plural, one {# application} other {# applications}}', { count: going })}
          </Button>
          {typed && (
            <Button variant="subtle" onClick={many.discard}>
              {t('Discard what was typed')}
            </Button>
          )}
        </div>
        {versions.length > 1 && (
          <NativeSelect
            label={t('Begin with')}
            description={typed ? t('What is typed began with the wording that was chosen then.') : undefined}
            disabled={typed}
            value={String(place)}
            data={versions.map(({ count }, at) => ({
              value: String(at),
              label: t('{wording} ({count, plural, one {# application} other {# applications}})', {
                wording: at === 0 ? t('What most have') : t('Wording {place, number}', { place: at + 1 }),
                count,
              }),
            }))}
            onChange={(event) => setPlace(Number(event.currentTarget.value))}
          />
        )}
        {type === 'email' && (
          <TextInput
            label={t('Subject')}
            disabled={!many.ready}
            value={many.textOf('subject')}
            onChange={(event) => many.change('subject', event.currentTarget.value)}
          />
        )}
        <p className={classes.note}>
          {t(
            '[[name]] and [[domain]] are each application’s own; so is every other [[variable]], from its variables under Baseline.',
          )}
        </p>
        <div className={classes.text}>
          <Textarea
            label={type === 'sms' ? t('Text') : t('Text (HTML)')}
            classNames={{ root: classes.area, wrapper: classes.areaBox, input: classes.input }}
            spellCheck={false}
            disabled={!many.ready}
            value={many.textOf('body')}
            onChange={(event) => many.change('body', event.currentTarget.value)}
          />
        </div>
        {failure && <InlineFailure failure={failure} />}
      </section>
      <section className={classes.outcomes} aria-label={t('What it comes to')}>
        <ManyOutcomes rows={foreseen?.rows} shown={shown} onShow={(id) => setShown(RecordId.parse(id))} />
        {record && (
          <TemplatePreview
            record={{ ...record, subject: foreseen?.shown?.subject ?? record.subject }}
            body={foreseen?.shown?.body ?? record.body}
          />
        )}
      </section>
    </div>
  );
}
