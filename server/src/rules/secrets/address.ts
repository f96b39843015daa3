import { referencePlacesIn } from '../../documents/reference.ts';
import type { Span } from '../../documents/range.ts';

/** A password in an address. */
export interface AddressPassword extends Span {
  /** It ends where the span does, by every driver's reading: what a part of it is mistaken for would stay behind. */
  readonly isWhole: boolean;
}

/** Stands for each unit of a reference, whose colon would read as the end of a user. */
const filler = '\u0000';

/** The passwords that stand in an address: behind the user before its host, and as parameters. None where a reference does. */
export function passwordsIn(address: string): AddressPassword[] {
  const text = withoutReferences(address);
  return [...beforeHost(text), ...parameters(text)].filter(
    ({ offset, length }) => !text.slice(offset, offset + length).includes(filler),
  );
}

function beforeHost(text: string): AddressPassword[] {
  const [whole, before, password, hosts] = /(:\/\/[^/?@:]*:)([^/?@]+)@([^/?]*)/.exec(text) ?? [];
  if (whole === undefined || before === undefined || password === undefined) return [];
  const offset = text.indexOf(whole) + before.length;
  return [{ offset, length: password.length, isWhole: hosts?.includes('@') === false }];
}

function parameters(text: string): AddressPassword[] {
  return Array.from(text.matchAll(/([?&;])((?:password|pwd)=)([^&;]+)/gi), (found) => {
    const [, separator = '', name = '', password = ''] = found;
    const offset = found.index + separator.length + name.length;
    const next = text[offset + password.length];
    const isWhole = next === undefined || next === '&' || (next === ';' && separator === ';');
    return { offset, length: password.length, isWhole };
  });
}

function withoutReferences(address: string): string {
  let text = address;
  for (const { kind, offset, length } of referencePlacesIn(address)) {
    if (kind === 'escape') continue;
    text = text.slice(0, offset) + filler.repeat(length) + text.slice(offset + length);
  }
  return text;
}
