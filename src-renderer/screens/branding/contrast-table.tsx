import { type BrandLook, darkLook } from '@renderer/ui/brand/brand-look';
import { ContrastBadge } from '@renderer/ui/brand/contrast-badge';
import { apcaText } from '@renderer/ui/brand/contrast-text';
import { Panel } from '@renderer/ui/layout/panel';
import { apcaContrast, contrastRatio } from '@shared/domain/figures/contrast';
import { t } from '@shared/language/t';
import classes from './contrast-table.module.css';

const pairs = [
  { name: t('Text'), foreground: 'text', background: 'background' },
  { name: t('Links'), foreground: 'primary', background: 'background' },
  { name: t('Button label'), foreground: 'onPrimary', background: 'primary' },
] as const;

const modes = [
  { mode: t('Light'), of: (look: BrandLook): BrandLook => look },
  { mode: t('Dark'), of: darkLook },
];

/** The pair of colours of a look that is read worst, by WCAG. */
export function worstPair(look: BrandLook): { readonly foreground: string; readonly background: string } {
  const ratioOf = (pair: (typeof pairs)[number]): number =>
    contrastRatio(look[pair.foreground], look[pair.background]) ?? Number.POSITIVE_INFINITY;
  const worst = pairs.reduce((a, b) => (ratioOf(b) < ratioOf(a) ? b : a));
  return { foreground: look[worst.foreground], background: look[worst.background] };
}

/** How well each pair of colours is read, on a light and on a dark page, by WCAG 2.2 and by APCA. */
export function ContrastTable({ look }: { readonly look: BrandLook }) {
  return (
    <Panel title={t('Contrast')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('On a page')}</th>
            <th scope="col">{t('Colours')}</th>
            <th scope="col">{t('WCAG')}</th>
            <th scope="col">{t('APCA')}</th>
          </tr>
        </thead>
        <tbody>
          {modes.flatMap(({ mode, of }) =>
            pairs.map(({ name, foreground, background }) => {
              const shown = of(look);
              return (
                <tr key={`${mode} ${name}`}>
                  <td>{mode}</td>
                  <th scope="row">{name}</th>
                  <td>
                    <ContrastBadge foreground={shown[foreground]} background={shown[background]} />
                  </td>
                  <td>{apcaText(apcaContrast(shown[foreground], shown[background]))}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </Panel>
  );
}
