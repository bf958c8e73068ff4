import { SegmentedControl } from '@mantine/core';
import { ApplicationImages } from '@renderer/screens/applications/application-images';
import { SettingField } from '@renderer/screens/applications/setting-field';
import { settingText } from '@renderer/screens/applications/setting-text';
import { stagedImage } from '@renderer/screens/applications/staged-image';
import { ApplicationRoom, type RoomParts } from '@renderer/screens/policies/application-room';
import { RecordField } from '@renderer/screens/shared/record-field';
import { replacedValue } from '@renderer/state/server-value';
import { BrandDot } from '@renderer/ui/brand/brand-dot';
import { Panel } from '@renderer/ui/layout/panel';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { type ConfigSetting, settingName } from '@shared/domain/config-settings';
import { readField } from '@shared/domain/field-path';
import { imageWords } from '@shared/domain/image-words';
import { lastKnownRow } from '@shared/domain/project';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './application-branding.module.css';
import { applicationLook } from './application-look';
import { ContrastTable } from './contrast-table';
import { PreviewMatrix } from './preview-matrix';

/** The application's own branding: its fields, every page as people will see it, how well it is read, and what is not applied yet. */
export function ApplicationBranding() {
  return <ApplicationRoom title={t('Branding')}>{(parts) => <Branding {...parts} />}</ApplicationRoom>;
}

type Shown = 'staged' | 'applied';

function Branding({ record, openIntents, groups }: RoomParts) {
  const [shown, setShown] = useState<Shown>('staged');
  const settings = groups.filter(({ key }) => key === 'branding').flatMap((group) => group.settings);
  const applied = lastKnownRow('application', record) ?? record;
  // The service shows no logo: what is applied has none to be drawn with.
  const look =
    shown === 'applied'
      ? applicationLook(applied, '')
      : applicationLook(record, stagedImage(openIntents, 'logo') ?? '');
  return (
    <ScrollBody label={t('Branding of the application')}>
      <div className={classes.columns}>
        <div className={classes.form}>
          <Panel title={t('Name, images, texts and colours')}>
            <RecordField entity="application" record={record} openIntents={openIntents} field="name" />
            <ApplicationImages record={record} openIntents={openIntents} />
            {settings.map((setting) => (
              <div key={setting.path} className={classes.field}>
                <SettingField setting={setting} record={record} openIntents={openIntents} />
                {setting.kind === 'color' && <BrandDot color={String(readField(record, setting.path))} />}
              </div>
            ))}
          </Panel>
          <ContrastTable look={look} />
          <Difference settings={settings} record={record} openIntents={openIntents} />
        </div>
        <section className={classes.previews} aria-label={t('Every page')}>
          <SegmentedControl
            size="xs"
            aria-label={t('What the pages show')}
            value={shown}
            onChange={(value) => setShown(value === 'applied' ? 'applied' : 'staged')}
            data={[
              { value: 'staged', label: openIntents.length === 0 ? t('As it is') : t('As staged') },
              { value: 'applied', label: t('As applied') },
            ]}
          />
          <PreviewMatrix look={look} />
        </section>
      </div>
    </ScrollBody>
  );
}

interface DifferenceProps extends Pick<RoomParts, 'record' | 'openIntents'> {
  readonly settings: readonly ConfigSetting[];
}

/** What is staged of it, beside what people see today; of images the service tells nothing. */
function Difference({ settings, record, openIntents }: DifferenceProps) {
  const name = replacedValue(record, 'name');
  const changes = [
    ...(name === undefined ? [] : [{ what: t('Name'), value: record.name, server: String(name) }]),
    ...images.flatMap(({ use, what }) => {
      const image = stagedImage(openIntents, use);
      if (image === null) return [];
      return [{ what, value: imageWords(image) ?? t('removed'), server: t('not shown') }];
    }),
    ...settings
      .filter(({ path }) => path in record.server)
      .map((setting) => ({
        what: settingName(setting),
        value: settingText(setting.path, readField(record, setting.path)),
        server: settingText(setting.path, record.server[setting.path]),
      })),
  ];
  return (
    <Panel title={t('Not applied yet')} note={changes.length === 0 ? t('nothing') : undefined}>
      <dl className={classes.changes}>
        {changes.map(({ what, ...change }) => (
          <div key={what} className={classes.change}>
            <dt>{what}</dt>
            <dd>
              <StagedValue {...change} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

const images = [
  { use: 'logo', what: t('Logo') },
  { use: 'favicon', what: t('Favicon') },
] as const;
