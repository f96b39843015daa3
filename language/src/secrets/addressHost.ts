import { labelText } from '../documents/labelText.ts';
import { filler, withoutReferences } from './address.ts';

/** The most characters of the hosts that are shown. */
const longest = 100;

/** Stands for what an address may have but isn't shown, since it isn't clearly a host. */
const unclear = '…';

/**
 * Returns the driver or scheme of an address and its hosts, as `mysql://10.0.0.5`, to be shown on a line: without port,
 * user, password, database, and parameters. References are shown as they are written.
 *
 * The authority is read as drivers read it, up to the first of `/`, `?`, `#`, `;` and the backslash: of
 * `//other/user@host`, the host is `other`, whatever seems to follow.
 */
export function addressHost(address: string): string {
  const text = withoutReferences(address);
  const [start = '', scheme = ''] = /^\s*(?:jdbc:)?(?:([a-z][\w+.-]*):(?!\d|\0))?/i.exec(text) ?? [];
  const hosts = hostsOf(text, authorityOf(text, start.length)).map(({ from, to }) =>
    isHost(text.slice(from, to)) ? address.slice(from, to) : unclear,
  );
  const shown = hosts.length === 0 ? unclear : [...new Set(hosts)].join(',');
  return labelText(scheme === '' ? shown : `${scheme}://${shown}`, longest);
}

interface Part {
  readonly from: number;
  readonly to: number;
}

interface Authority extends Part {
  /** Whether something behind it may be of the user's password, which drivers wouldn't read so. */
  readonly isAmbiguous: boolean;
}

/** The part with user and hosts. Without `//`, as in `jdbc:zenith:@host:port`, it begins behind the scheme. */
function authorityOf(text: string, schemeEnd: number): Authority {
  const slashes = text.indexOf('//', schemeEnd);
  const at = text.indexOf('@', schemeEnd);
  const isAtFirst = at >= 0 && (slashes < 0 || at < slashes);
  // Oracle's addresses have user and password before `@` or `@//`.
  const from = slashes >= 0 && (!isAtFirst || slashes === at + 1) ? slashes + 2 : isAtFirst ? at + 1 : schemeEnd;
  const length = text.slice(from).search(/[/?#;\\\s]/);
  const to = length < 0 ? text.length : from + length;
  return { from, to, isAmbiguous: text.includes('@', to) };
}

function hostsOf(text: string, { from, to, isAmbiguous }: Authority): Part[] {
  const start = from + text.slice(from, to).lastIndexOf('@') + 1;
  const hosts = Array.from(text.slice(start, to).matchAll(/[^,]+/g), ({ 0: part, index }): Part => {
    const [host = ''] = /^(?:\[[^\]]*\]|[^:]*)/.exec(part) ?? [];
    return { from: start + index, to: start + index + host.length };
  });
  // Behind the first one, there may be a part of the password.
  return isAmbiguous && hosts.length > 1 ? [...hosts.slice(0, 1), { from: to, to }] : hosts;
}

/** Whether a text can be a host: a name, an address, or references. */
function isHost(text: string): boolean {
  return /^(?:[\p{L}\p{N}._-]+|\[[\da-f:.]+\])$/iu.test(text.replaceAll(filler, '_'));
}
