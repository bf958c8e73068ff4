import { NativeSelect, SegmentedControl } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { inSense, t } from '@shared/language/t';
import { useDeferredValue, useEffect, useState } from 'react';
import { SegmentedMessage } from 'sms-segments-calculator';
import { fillTemplate } from './fill-template';
import { plainOf } from './plain-of';
import { people, sampleOf } from './sample-people';
import classes from './template-preview.module.css';
import { useSampleBrand } from './use-sample-brand';

interface TemplatePreviewProps {
  readonly record: Pick<
    StoredRecord<'template'>,
    'type' | 'subject' | 'fromEmailName' | 'availableVariables' | 'applicationId'
  >;
  /** As it stands in the editor, staged or not. */
  readonly body: string;
}

const looks = [
  { value: 'desktop', label: t('Desktop') },
  { value: 'phone', label: t('Phone') },
  { value: 'dark', label: t('Dark') },
  { value: 'plain', label: t('Plain text') },
] as const;
type Look = (typeof looks)[number]['value'];

/** Dark as mail programs do it: they turn the colours of what has no dark colours of its own. */
const darkened =
  '<style>html{filter:invert(1) hue-rotate(180deg)}img{filter:invert(1) hue-rotate(180deg)}</style>';

/** What people get: the template filled in for one of a few, as a phone, a desktop, a dark screen or a plain reader shows it. */
export function TemplatePreview({ record, body }: TemplatePreviewProps) {
  const [who, setWho] = useState('0');
  const [look, setLook] = useState<Look>('desktop');
  const brand = useSampleBrand(record.applicationId);
  const person = people[Number(who)] ?? people[0];
  const text = useDeferredValue(body);
  // A message is drawn once it is known whose it is, not twice.
  if (brand === null) return <section className={classes.preview} aria-label={t('Preview')} />;
  const sample = sampleOf(record.availableVariables, brand, person);
  const sms = record.type === 'sms';
  const filled = attempt(() => fillTemplate(text, sample, sms ? 'text' : 'html'));
  const subject = attempt(() => fillTemplate(record.subject, sample, 'text'));
  return (
    <section className={classes.preview} aria-label={t('Preview')}>
      <div className={classes.choices}>
        <NativeSelect
          aria-label={t('Sample person')}
          value={who}
          data={people.map(({ first, last }, index) => ({ value: String(index), label: `${first} ${last}` }))}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        {!sms && (
          <SegmentedControl
            size="xs"
            aria-label={t('Shown as')}
            data={[...looks]}
            value={look}
            onChange={(to) => setLook(looks.find(({ value }) => value === to)?.value ?? 'desktop')}
          />
        )}
      </div>
      {filled.ok === false ? (
        <p className={classes.fault} role="alert">
          {t('This is no template yet: {why}', { why: filled.why })}
        </p>
      ) : sms ? (
        <TextMessage text={filled.value} />
      ) : (
        <>
          <dl className={classes.head}>
            <dt>{inSense('email', 'From')}</dt>
            <dd>
              {record.fromEmailName || 'noreply'}@{brand.domain}
            </dd>
            <dt>{inSense('email', 'To')}</dt>
            <dd>{person.email}</dd>
            <dt>{t('Subject')}</dt>
            <dd>{subject.ok ? subject.value : subject.why}</dd>
          </dl>
          {look === 'plain' ? (
            <pre className={classes.plain}>{plainOf(filled.value)}</pre>
          ) : (
            <Framed
              html={look === 'dark' ? darkened + filled.value : filled.value}
              phone={look === 'phone'}
            />
          )}
        </>
      )}
    </section>
  );
}

/** A document of its own: no script, no network, none of the app's origin (`src-main/shell/page/previews.ts`). */
function Framed({ html, phone }: { readonly html: string; readonly phone: boolean }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let ended = false;
    void shell.call('showPreview', { html }).then((shown) => {
      if (!ended && shown.ok) setUrl(shown.value.url);
    });
    return () => {
      ended = true;
    };
  }, [html]);
  if (url === null) return null;
  return (
    <iframe
      className={classes.frame}
      data-phone={phone || undefined}
      sandbox=""
      title={t('The email')}
      src={url}
    />
  );
}

/** A text message, and what it costs: carriers count segments, and one letter outside of their alphabet halves them. */
function TextMessage({ text }: { readonly text: string }) {
  const { segmentsCount, numberOfCharacters, encodingName } = new SegmentedMessage(text);
  return (
    <>
      <p className={classes.bubble}>{text}</p>
      <p className={classes.cost} role="status">
        {t(
          '{characters, plural, one {# character} other {# characters}}, {segments, plural, one {# segment} other {# segments}} ({encoding})',
          { characters: numberOfCharacters, segments: segmentsCount, encoding: encodingName },
        )}
      </p>
    </>
  );
}

function attempt<T>(
  work: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
