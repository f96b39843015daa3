import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits.ts';
import { member, memberNodes, type Member, type Path } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import { isReferring } from '../../documents/reference.ts';
import { nodeValue } from '../../documents/value.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import type { AppliesWith, JsonSchema } from '../../schema/jsonSchema.ts';
import { memberSchema } from '../../schema/lookup.ts';
import { meantValue } from '../../schema/meaning.ts';
import { isRuleCode } from '../codes.ts';
import type { Environment } from '../environment.ts';
import type { Finding, Fix } from '../finding.ts';
import { insertMembers } from '../insertion.ts';
import { memberRemoval } from '../removal.ts';

/** An object of the document with its subschema, and the object around it. */
interface Scope {
  readonly path: Path;
  readonly node: Node;
  readonly schema: JsonSchema;
  readonly outer: Scope | undefined;
}

/** Members without effect, because another member has a value that they do not go with: `x-appliesWith` of the schema. */
export function appliesFindings(parsed: ParsedDocument, environment: Environment): Finding[] {
  const { tree } = parsed;
  return tree?.type === 'object'
    ? within({ path: [], node: tree, schema: jobSchema, outer: undefined }, parsed, environment)
    : [];
}

function within(scope: Scope, parsed: ParsedDocument, environment: Environment): Finding[] {
  return memberNodes(scope.node).flatMap((found) => {
    const schema = memberSchema(scope.schema, found.name);
    if (schema === undefined) return [];
    const own = withoutEffect(found, schema, scope, parsed, environment);
    // What stands in something without effect has none either, which needs no saying.
    if (own) return [own];
    return found.value.type === 'object'
      ? within({ path: [...scope.path, found.name], node: found.value, schema, outer: scope }, parsed, environment)
      : [];
  });
}

function withoutEffect(
  found: Member,
  schema: JsonSchema,
  scope: Scope,
  parsed: ParsedDocument,
  environment: Environment,
): Finding | undefined {
  const condition = schema['x-appliesWith'];
  if (condition === undefined || !isRuleCode(condition.rule) || isDefault(found.value, schema)) return undefined;
  const owner = ownerOf(condition.member, scope);
  if (owner === undefined) return undefined;
  const decider = member(owner.node, condition.member);
  const value = valueOf(decider?.value, memberSchema(owner.schema, condition.member));
  if (value === 'unknown' || applies(condition, value)) return undefined;
  return {
    code: condition.rule,
    message: messageOf(found.name, condition, value),
    span: found.key,
    isUnnecessary: true,
    ...(condition.rule === 'unused-block' && { covers: found.property }),
    ...(decider?.property && {
      related: [{ message: l10n.t('It is decided here, by "{0}".', condition.member), at: decider.property }],
    }),
    fixes: [
      ...deciderFixes(condition, owner, decider?.value, parsed, environment),
      memberRemoval(parsed.text, found.property),
    ],
  };
}

/** The nearest object around a member that can hold the deciding one. */
function ownerOf(name: string, scope: Scope): Scope | undefined {
  for (let owner: Scope | undefined = scope; owner !== undefined; owner = owner.outer) {
    if (memberSchema(owner.schema, name)) return owner;
  }
  return undefined;
}

/** The value that decides: what stands there, else the default. `unknown` where that is missing or no legal value. */
function valueOf(node: Node | undefined, schema: JsonSchema | undefined): string | undefined {
  if (node === undefined) return isMandatoryValue(schema) ? 'unknown' : asText(schema?.default);
  const value = asText(nodeValue(node));
  if (value === undefined || isReferring(value)) return 'unknown';
  return schema?.enum?.includes(value) === true ? value : ((schema && meantValue(schema, value)) ?? 'unknown');
}

/** Without a default, only a member that may be left out decides by being left out. */
function isMandatoryValue(schema: JsonSchema | undefined): boolean {
  return schema?.default === undefined && mandatoryDeciders.has(schema);
}

/** The deciding members that every document has; the others mean something by their absence. */
const mandatoryDeciders: ReadonlySet<JsonSchema | undefined> = new Set(decidersIn(jobSchema));

function decidersIn(schema: JsonSchema): JsonSchema[] {
  const members = Object.entries(schema.properties ?? {});
  return members.flatMap(([name, inner]) => [
    ...(schema.required?.includes(name) === true ? [inner] : []),
    ...decidersIn(inner),
  ]);
}

function applies({ values }: AppliesWith, value: string | undefined): boolean {
  return value !== undefined && (values === undefined || values.includes(value));
}

/** What changes nothing needs no effect: an empty text, the default, an empty array. */
function isDefault(node: Node, schema: JsonSchema): boolean {
  if (node.type === 'object' || node.type === 'array') return false;
  const value = nodeValue(node);
  return value === '' || value === null || (value !== undefined && value === schema.default);
}

function messageOf(name: string, { member: decider, values }: AppliesWith, value: string | undefined): string {
  if (values === undefined) return l10n.t('"{0}" has no effect without "{1}".', name, decider);
  const wanted = values.join(', ');
  return value === undefined
    ? l10n.t('"{0}" has no effect: it goes with "{1}" {2}, which is not there.', name, decider, wanted)
    : l10n.t('"{0}" has no effect: it goes with "{1}" {2}, not {3}.', name, decider, wanted, value);
}

/** Where one value alone gives the member its effect: setting it. */
function deciderFixes(
  condition: AppliesWith,
  owner: Scope,
  decider: Node | undefined,
  parsed: ParsedDocument,
  environment: Environment,
): Fix[] {
  const { member: name, values = memberSchema(owner.schema, condition.member)?.enum ?? [] } = condition;
  if (decider === undefined) {
    return (condition.values === undefined || values.length === 1 ? values : []).flatMap((value) => {
      const fix = insertMembers(parsed, owner.path, [name], environment, { [name]: value });
      return fix ? [{ ...fix, title: l10n.t('Insert "{0}": "{1}"', name, value) }] : [];
    });
  }
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? [
        {
          title: l10n.t('Change "{0}" to {1}', name, only),
          changes: () => [replaceSpan(decider, JSON.stringify(only))],
        },
      ]
    : [];
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
}
