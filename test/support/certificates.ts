import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate authority of a test's own, made when the test runs. */
export interface CertificateAuthority {
  /** Its certificate, in PEM. */
  readonly certificate: string;
  /** A key and a certificate for a server of this machine, or of another name; in PEM. */
  issue(options?: { readonly host?: string; readonly expired?: boolean }): {
    readonly key: string;
    readonly cert: string;
  };
}

/** Makes a certificate authority with a new key. */
export function createAuthority(): CertificateAuthority {
  const name = distinguishedName('Test Authority');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = certificateOf(
    { issuer: name, subject: name, publicKey, signer: privateKey, ...lifetime(false) },
    [extension('551d13', true, sequence(boolean(true)))],
  );
  return {
    certificate,
    issue({ host = 'localhost', expired = false } = {}) {
      const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const alternatives = sequence(tagged(0x82, Buffer.from(host)), tagged(0x87, Buffer.from([127, 0, 0, 1])));
      const cert = certificateOf(
        {
          issuer: name,
          subject: distinguishedName(host),
          publicKey: server.publicKey,
          signer: privateKey,
          ...lifetime(expired),
        },
        [extension('551d11', false, host === 'localhost' ? alternatives : sequence(tagged(0x82, Buffer.from(host))))],
      );
      return { key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
    },
  };
}

interface Contents {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly from: Date;
  readonly to: Date;
}

/** An X.509 certificate (RFC 5280) in version 3, signed by ECDSA with SHA-256. */
function certificateOf(
  { issuer, subject, publicKey, signer, from, to }: Contents,
  extensions: readonly Buffer[],
): string {
  const algorithm = sequence(tagged(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const content = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    issuer,
    sequence(time(from), time(to)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, signer)]));
  const lines =
    sequence(content, algorithm, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const day = 24 * 60 * 60 * 1000;

function lifetime(isExpired: boolean): { readonly from: Date; readonly to: Date } {
  return { from: new Date(Date.now() - 2 * day), to: new Date(Date.now() + (isExpired ? -day : day)) };
}

function distinguishedName(common: string): Buffer {
  const attribute = sequence(tagged(0x06, Buffer.from('550403', 'hex')), tagged(0x0c, Buffer.from(common)));
  return sequence(tagged(0x31, attribute));
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return sequence(tagged(0x06, Buffer.from(id, 'hex')), ...(isCritical ? [boolean(true)] : []), tagged(0x04, value));
}

function time(date: Date): Buffer {
  return tagged(0x18, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
}

function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.from([value ? 0xff : 0]));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

/** A value of ASN.1 in DER. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  const head = length < 0x80 ? Buffer.from([length]) : Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
  return Buffer.concat([Buffer.from([tag]), head, content]);
}
