import { stageAct } from '@renderer/screens/kit/act-menu';
import { ImageField } from '@renderer/screens/shared/image-field';
import { withdraw } from '@renderer/state/withdraw';
import type { Failure } from '@shared/contract/failure';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { ImageUse } from '@shared/domain/models/application-images';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { imageIntents, stagedImage } from './staged-image';

interface ApplicationImagesProps {
  readonly record: Application;
  readonly openIntents: readonly Intent[];
}

/** Logo and favicon of an application: set and removed without being seen, for the service shows neither. */
export function ApplicationImages(props: ApplicationImagesProps) {
  return (
    <>
      <OneImage {...props} use="logo" label={t('Logo')} />
      <OneImage {...props} use="favicon" label={t('Favicon')} />
    </>
  );
}

interface OneImageProps extends ApplicationImagesProps {
  readonly use: ImageUse;
  readonly label: string;
}

function OneImage({ record, openIntents, use, label }: OneImageProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const own = imageIntents(openIntents, use);
  const staged = stagedImage(openIntents, use);
  const title = `${record.name}: ${label}`;
  const set = async (image: string): Promise<void> => {
    const values: JsonObject = image === '' ? {} : { image };
    const operation = `${image === '' ? 'remove' : 'set'}${use === 'logo' ? 'Logo' : 'Favicon'}`;
    setFailure(await stageAct({ entity: 'application', record }, operation, values, title));
  };
  return (
    <ImageField
      label={label}
      value={staged ?? ''}
      staged={staged !== null}
      unseen
      icons={use === 'favicon'}
      {...(failure && { rejection: failure })}
      onChange={(image) => void set(image)}
      {...(own.length > 0 && { onUndo: () => void withdraw(own, title) })}
    />
  );
}
