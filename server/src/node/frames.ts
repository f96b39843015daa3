import { constants } from 'node:buffer';

/** The headers that the protocol specifies have fewer than 100 bytes. */
const longestHeader = 4096;

/** A longer body fits in no string, so it could never be read. */
const longestBody = constants.MAX_STRING_LENGTH;

const headerEnd = '\r\n\r\n';

/**
 * Follows the frames of a stream of messages: a header with `Content-Length`, then a body of so many bytes. After an
 * invalid header, there is no way to find where the next message begins.
 */
export class Frames {
  #header = '';
  #bodyLeft = 0;

  /** Reads the next bytes of the stream. @returns what is wrong with a header, or `undefined` */
  read(bytes: Buffer): string | undefined {
    let offset = 0;
    while (offset < bytes.length) {
      if (this.#bodyLeft === 0) {
        const before = this.#header.length;
        this.#header += bytes.toString('latin1', offset, offset + longestHeader);
        const end = this.#header.indexOf(headerEnd);
        if (end < 0) return this.#header.length < longestHeader ? undefined : 'A header has no end.';
        const length = contentLength(this.#header.slice(0, end));
        if (length === undefined) return 'A header has no valid Content-Length.';
        this.#header = '';
        this.#bodyLeft = length;
        offset += end + headerEnd.length - before;
      }
      const read = Math.min(this.#bodyLeft, bytes.length - offset);
      this.#bodyLeft -= read;
      offset += read;
    }
    return undefined;
  }
}

/** Returns the length of the body in bytes; `undefined` where a field isn't a name and a value, or the length isn't valid. */
function contentLength(header: string): number | undefined {
  const fields = header.split('\r\n').map((line) => /^([\w-]+):(.*)$/.exec(line));
  if (fields.includes(null)) return undefined;
  const value = fields.findLast((field) => field?.[1]?.toLowerCase() === 'content-length')?.[2]?.trim() ?? '';
  return /^\d+$/.test(value) && Number(value) <= longestBody ? Number(value) : undefined;
}
