import { numberFormat } from './locale';

/** How large files are, in megabytes: `12.4 MB`. */
export function formatSize(bytes: number): string {
  const mega = bytes / 1_000_000;
  return `${numberFormat().format(mega < 100 ? Math.round(mega * 10) / 10 : Math.round(mega))} MB`;
}
