/** The body of a response, as far as it was read. */
export interface ReadBody {
  readonly text: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Reads the body of a response as text, up to `limit` bytes.
 * @returns the text, and the number of bytes that were read
 * @throws the reason of the signal when it aborts, also while the body pauses
 */
export async function readBody({ body }: Response, limit: number, signal: AbortSignal): Promise<ReadBody> {
  if (body === null) return { text: '', size: 0 };
  const reader = body.getReader();
  // A read that waits for more ends then.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    let [bytes, size] = [new Uint8Array(64 * 1024), 0];
    while (size < limit) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, limit - size);
      if (size + part.length > bytes.length) bytes = grown(bytes, size + part.length);
      bytes.set(part, size);
      size += part.length;
    }
    signal.throwIfAborted();
    if (size === limit) cancel();
    return { text: new TextDecoder().decode(bytes.subarray(0, size)), size };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** At least doubled, so that all copies together take as much time as the last one. */
function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(size, 2 * bytes.length));
  larger.set(bytes);
  return larger;
}
