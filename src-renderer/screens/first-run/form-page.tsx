import { t } from '@shared/language/t';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './form-page.module.css';

interface FormPageProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** One form in the middle of an otherwise empty window. */
export function FormPage({ title, lead, onBack, children }: FormPageProps) {
  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <button type="button" className={classes.back} onClick={onBack}>
          <ArrowLeft size={13} aria-hidden /> {t('Back')}
        </button>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
