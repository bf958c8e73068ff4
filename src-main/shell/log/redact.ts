/** What must never reach a log: API and publishable keys, Platform tokens, keys of machines, bearer tokens, raw database keys, passwords in URLs. */
const secrets: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\b([sp]k_(?:test|live)|plapi|ak)_[A-Za-z0-9_-]+/g, '$1_[redacted]'],
  [/\b(bearer)\s+[^\s"',;]+/gi, '$1 [redacted]'],
  [/\b[0-9a-f]{64}\b/gi, '[redacted key]'],
  [
    /("?(?:api_?key|databaseKey|passphrase|password|secret(?:_key)?|token)"?\s*[:=]\s*)("[^"]*"|[^\s,}]+)/gi,
    '$1[redacted]',
  ],
  [/\b(https?:\/\/)[^\s/@]+@/gi, '$1[redacted]@'],
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, '[redacted address]'],
];

/** Takes secrets and addresses out of a line that is about to be logged. */
export function redact(line: string): string {
  return secrets.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}
