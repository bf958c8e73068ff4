import { Button, Skeleton } from '@mantine/core';
import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { environmentWords } from '@renderer/state/environment-words';
import { capitalized } from '@renderer/ui/format/capitalized';
import { Dialog } from '@renderer/ui/layout/dialog';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { OutputOf } from '@shared/contract/operations';
import { configField, configPrefix } from '@shared/domain/config-field';
import type { Intent } from '@shared/domain/intent';
import { wordIn } from '@shared/domain/kinds/word-in';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { settingText } from './setting-text';
import classes from './twins-dialog.module.css';

interface TwinsDialogProps {
  readonly record: Pick<Application, 'id' | 'name'>;
  readonly openIntents: readonly Intent[];
  readonly onClose: () => void;
}

type Compared = OutputOf<'compareInstances'>;

/** How production and development of an application differ, setting by setting; one is brought over at a time. */
export function TwinsDialog({ record, openIntents, onClose }: TwinsDialogProps) {
  const version = openIntents.map(({ id }) => id).join(' ');
  const { value, failure } = useFittingAnswer('compareInstances', { applicationId: record.id }, version);
  return (
    <Dialog opened onClose={onClose} title={t('The instances of {name}', { name: record.name })} size={860}>
      {failure ? (
        <InlineFailure failure={failure} />
      ) : value === undefined ? (
        <Skeleton height={8} width="60%" my={12} />
      ) : (
        <Differences compared={value} />
      )}
    </Dialog>
  );
}

function Differences({ compared }: { readonly compared: Compared }) {
  const { name, differences, same, unknown } = compared;
  const environment = environmentWord(compared.environment);
  const twinEnvironment = environmentWord(compared.twinEnvironment);
  const { busy, failures, stage } = useStaging();
  const bring = ({ bring: draft, setting }: Compared['differences'][number]): void => {
    if (draft === null) return;
    const label = labelOf(setting);
    void stage({
      drafts: [draft],
      names: [name],
      done: () => t('Staged. {label} as in {twinEnvironment}', { label, twinEnvironment }),
    });
  };
  return (
    <>
      <p className={classes.note} role="status">
        {[
          differences.length === 0
            ? t('No setting differs')
            : t('{count, plural, one {# setting differs} other {# settings differ}}', {
                count: differences.length,
              }),
          t('{same, plural, one {# is} other {# are}} the same', { same }),
          ...(unknown > 0
            ? [t('of {unknown, number} one instance does not show the value, as with secrets', { unknown })]
            : []),
        ].join('; ')}
        .
      </p>
      {failures.map((failure) => (
        <InlineFailure key={failure.message} failure={failure} />
      ))}
      {differences.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key
        <section className={classes.scroll} aria-label={t('Differences')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('Setting')}</th>
                <th scope="col">{capitalized(environment)}</th>
                <th scope="col">{capitalized(twinEnvironment)}</th>
                <th scope="col" aria-label={t('What can be done')} />
              </tr>
            </thead>
            <tbody>
              {differences.map((each) => {
                const { setting, held, twin, staged, bring: draft } = each;
                const path = configPrefix + setting;
                return (
                  <tr key={setting}>
                    <th scope="row">{labelOf(setting)}</th>
                    <td>
                      {settingText(path, held)}
                      {staged !== undefined && (
                        <div>
                          {settingText(path, staged)} <StateMark kind="staged" />
                        </div>
                      )}
                    </td>
                    <td>{settingText(path, twin)}</td>
                    <td>
                      {draft !== null && (
                        <Button
                          variant="default"
                          size="compact-sm"
                          disabled={busy}
                          aria-label={t('Bring {setting} over to {environment}', {
                            setting: labelOf(setting),
                            environment,
                          })}
                          onClick={() => bring(each)}
                        >
                          {t('Bring over')}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

const environmentWord = (word: string): string => wordIn(environmentWords, word) ?? word;

const labelOf = (setting: string): string => configField(configPrefix + setting)?.label ?? setting;
