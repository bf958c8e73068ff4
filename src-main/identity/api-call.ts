/** One request to the service; `path` is behind the base URL and holds the query. */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly json?: unknown;
  readonly form?: FormData;
  /** `If-Match`: the write is refused (409) when the record is at another version. */
  readonly ifMatch?: string;
  /** Reads the text of an answer; `JSON.parse` when missing. What it throws on is malformed. */
  readonly read?: (text: string) => unknown;
}

/** Half of a character: JSON may hold one, a path cannot. */
const halves = /\p{Surrogate}/gu;

/** Builds a path from parts that are escaped, so that no id can reach another endpoint. An id with half a character in it is nobody's there. */
export function apiPath(strings: TemplateStringsArray, ...parts: readonly (string | number)[]): string {
  return strings.reduce((path, text, index) => {
    const part = parts[index];
    return (
      path + text + (part === undefined ? '' : encodeURIComponent(String(part).replace(halves, '\ufffd')))
    );
  }, '');
}
