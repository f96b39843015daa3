import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { pathOf, textOf } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { isReferring, referencesIn, referenceTo } from '../../documents/reference.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { elementSchema, propertySchema } from '../../schema/lookup.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { firstFindings } from '../findings/uncountedProblems.ts';
import { strictPasswords } from '../../secrets/address.ts';
import { mayHaveReferences } from '../../secrets/jobReferences.ts';
import { addressFixes, secretFixes } from './fixes.ts';
import { canRefer } from '../../secrets/jobReferences.ts';
import { presetName } from '../../secrets/presetName.ts';

/** Secrets in the document, and references that can't be read. */
export function secretFindings({ tree, text }: ParsedDocument): Finding[] {
  // Without a reference in it, escaped or not, a text can only have secrets where the schema knows them.
  const isEverywhere = mayHaveReferences(text);
  if (tree === undefined) return [];
  const findings: Finding[] = [];
  const search = (node: Node, schema: JsonSchema | undefined): void => {
    if (!isEverywhere && (schema === undefined || !holdsSecrets(schema))) return;
    if (node.type === 'string') findings.push(...ofText(text, node, schema));
    else if (node.type === 'array') {
      const inner = schema && elementSchema(schema);
      for (const element of node.children ?? []) search(element, inner);
    } else {
      for (const { children: [key, value] = [] } of node.children ?? []) {
        if (value) search(value, schema && propertySchema(schema, String(key?.value)));
      }
    }
  };
  search(tree, jobSchema);
  return firstFindings(findings, tree, (finding) => finding);
}

function holdsSecrets(schema: JsonSchema): boolean {
  const known = secretHolders.get(schema);
  if (known !== undefined) return known;
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  const result = schema['x-secret'] === true || schema === propertyOf('jdbc_url') || inner.some(holdsSecrets);
  secretHolders.set(schema, result);
  return result;
}

const secretHolders = new Map<JsonSchema, boolean>();

function ofText(source: string, node: Node, schema: JsonSchema | undefined): Finding[] {
  const text = textOf(node) ?? '';
  const references = referencesIn(text);
  const malformed = references.find(({ kind }) => kind === 'malformed');
  if (malformed) return [malformedReference(node, text, malformed.name)];
  if (references.length > 0 && !canRefer(pathOf(node))) return [misplacedReference(node)];
  const passwords = schema === propertyOf('jdbc_url') ? strictPasswords(text) : [];
  if (passwords.length > 0) {
    return [
      {
        code: 'plaintext-secret',
        message: () => l10n.t('Plain-text password in the URL. Remove it, and use "password" with ${secret:NAME}.'),
        span: node,
        fixes: () => addressFixes(source, node, passwords, presetName('password', propertyOf('password'))),
      },
    ];
  }
  if (schema?.['x-secret'] !== true || text === '' || isReferring(text)) return [];
  return [
    {
      code: 'plaintext-secret',
      message: () => l10n.t('Plain-text secret. Use ${secret:NAME} or ${env:NAME}.'),
      span: node,
      fixes: () => secretFixes(source, node, presetName(String(pathOf(node).at(-1)), schema)),
    },
  ];
}

function misplacedReference(node: Node): Finding {
  const name = String(pathOf(node)[0]);
  return {
    code: 'misplaced-reference',
    message: () =>
      l10n.t('"{0}" can’t have a reference, because it’s shown, logged, and sent before you confirm.', name),
    span: node,
  };
}

function malformedReference(node: Node, text: string, reference: string): Finding {
  return {
    code: 'malformed-reference',
    // The text in the braces may be the secret itself.
    message: () => l10n.t('Invalid reference. Use ${secret:NAME} or ${env:NAME}, or $${ for a literal ${.'),
    span: node,
    fixes: () => [...repairs(node, text, reference), escape(node, text)],
  };
}

/** References that are meant: by a kind in another spelling and a name that can be made legal, or by a name alone. */
function repairs(node: Node, text: string, reference: string): Fix[] {
  // Far longer than a name, and what finds the name is quadratic in its spaces.
  if (reference.length > longestReference) return [];
  const [, written, name = ''] = /^\$\{\s*(?:(secrets?|env|environment)\s*[:.])?([^:{}]+)\}?$/i.exec(reference) ?? [];
  const legal = name
    .trim()
    .replace(/[^\w.-]/g, '_')
    .replace(/^(?=\d)/, '_');
  if (legal === '') return [];
  const kinds =
    written === undefined ? ['secret', 'env'] : [written.toLowerCase().startsWith('secret') ? 'secret' : 'env'];
  return kinds.map((kind) => {
    const repaired = kind === 'env' ? referenceTo('env', legal.replace(/\W/g, '_')) : referenceTo('secret', legal);
    return {
      // As in the message, the text in the braces isn't repeated.
      title:
        kind === 'env'
          ? l10n.t('Change to a reference to an environment variable')
          : l10n.t('Change to a reference to a secret'),
      edits: () => [replaceSpan(node, JSON.stringify(text.replace(reference, () => repaired)))],
      isPreferred: kinds.length === 1,
    };
  });
}

const longestReference = 200;

function escape(node: Node, text: string): Fix {
  return {
    title: l10n.t('Escape as $${'),
    edits: () => [replaceSpan(node, JSON.stringify(text.replaceAll(/\$?\$\{[^}]*\}?/g, escaped)))],
  };
}

/** What can't be read as a reference, as text; what can stays. */
function escaped(found: string): string {
  return referencesIn(found).some(({ kind }) => kind === 'malformed') ? `$${found}` : found;
}

function propertyOf(name: string): JsonSchema | undefined {
  const migration = jobSchema.properties?.parameter?.properties?.metadata_migration_parameter;
  return migration?.properties?.datasource_parameter?.properties?.[name];
}
