import { t } from '@shared/language/t';
import { Check, Copy } from 'lucide-react';
import { createContext, useContext, useState } from 'react';
import classes from './copy-id.module.css';

/** Puts a text on the clipboard; whether it is there. */
export const PutOnClipboard = createContext<(text: string) => Promise<boolean>>(async () => false);

/** An id in the mono face that one click copies. */
export function CopyId({ id }: { readonly id: string }) {
  const [copied, setCopied] = useState(false);
  const put = useContext(PutOnClipboard);
  const copy = async (): Promise<void> => {
    if (!(await put(id))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      className={classes.id}
      onClick={() => void copy()}
      aria-label={copied ? t('Copied {id}', { id }) : t('Copy id {id}', { id })}
      title={copied ? t('Copied') : t('Copy {id}', { id })}
    >
      <span className={classes.text}>{id}</span>
      <Icon size={11} aria-hidden />
    </button>
  );
}
