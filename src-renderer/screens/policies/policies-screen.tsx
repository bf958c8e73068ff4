import { CompareInstances } from '@renderer/screens/applications/compare-instances';
import { setParams, useRoute } from '@renderer/state/use-route';
import { SearchField } from '@renderer/ui/controls/search-field';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { t } from '@shared/language/t';
import { SearchX } from 'lucide-react';
import { ApplicationRoom, type RoomParts } from './application-room';
import classes from './policies-screen.module.css';
import { policySections } from './policy-groups';
import { PolicySectionView } from './policy-section';

/** How people sign up, sign in and stay signed in: every setting of the application's config, named as people say it. */
export function PoliciesScreen() {
  return <ApplicationRoom title={t('Policies')}>{(parts) => <Policies {...parts} />}</ApplicationRoom>;
}

function Policies({ record, openIntents, groups }: RoomParts) {
  const needle = useRoute(({ route }) => route.params.text ?? '');
  const setNeedle = (text: string): void => setParams({ text });
  const sections = policySections(groups, needle);
  const shown = sections.flatMap((section) => section.groups.flatMap(({ settings }) => settings));
  const staged = shown.filter(({ path }) => path in record.server).length;
  return (
    <>
      <Toolbar
        label={t('Filters of policies')}
        end={
          <>
            <span className={classes.count} role="status">
              {staged === 0
                ? t('{count, plural, one {# setting} other {# settings}}', { count: shown.length })
                : t('{count, plural, one {# setting} other {# settings}}, {staged, number} staged', {
                    count: shown.length,
                    staged,
                  })}
            </span>
            <CompareInstances record={record} openIntents={openIntents} />
          </>
        }
      >
        <SearchField label={t('Filter policies')} value={needle} onChange={setNeedle} />
      </Toolbar>
      <div className={classes.body}>
        <nav className={classes.contents} aria-label={t('Policies by subject')}>
          {sections.map(({ id, title, groups: own }) => {
            const changed = own
              .flatMap(({ settings }) => settings)
              .filter(({ path }) => path in record.server);
            return (
              <button
                key={id}
                type="button"
                className={classes.entry}
                onClick={() => document.getElementById(`policies-${id}`)?.scrollIntoView({ block: 'start' })}
              >
                {title}
                {changed.length > 0 && (
                  <span className={classes.staged}>
                    {t('{staged, number} staged', { staged: changed.length })}
                  </span>
                )}
              </button>
            );
          })}
        </nav>
        <ScrollBody label={t('Policies')}>
          {sections.length === 0 && (
            <EmptyState
              icon={SearchX}
              title={t('No setting is called that')}
              text={t(
                'Settings are found by their name, by what they belong to and by their key in the config.',
              )}
            />
          )}
          <div className={classes.sections}>
            {sections.map((section) => (
              <PolicySectionView
                key={section.id}
                section={section}
                record={record}
                openIntents={openIntents}
              />
            ))}
          </div>
        </ScrollBody>
      </div>
    </>
  );
}
