/** How the file with the signatures of a feed is called beside it. */
export const signatureName = (feed: string): string => `${feed}.sig`;

/**
 * What is signed of a feed: its bytes behind its own name, so that the feed of one system is none of another, and behind what
 * it is, so that nothing else that the key ever signed passes for one.
 */
export function signedBytes(name: string, feed: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`tenantry update feed 1\n${name}\n`), feed]);
}
