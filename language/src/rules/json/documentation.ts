import { requestTables, type Rule } from '../rule.ts';

const json = 'RFC 8259; CreateJobByInstance, status code 400';

/** The rules for JSON syntax. */
export const jsonRules = {
  'empty-document': {
    severity: 'error',
    title: 'Empty document',
    reason: 'A job is a JSON object. Enter `lf` and accept a snippet, or run New Job.',
    source: requestTables,
    example: {
      in: 'text',
      invalid: '',
      valid: job(''),
    },
  },
  'invalid-json': {
    severity: 'error',
    title: 'Invalid JSON',
    reason: 'The service accepts only strict JSON. Fix or remove the unexpected text.',
    source: json,
    example: { in: 'text', invalid: `${job('')} end`, valid: job('') },
  },
  comment: {
    severity: 'error',
    title: 'Comment in JSON',
    reason:
      'JSON has no comments, so the service rejects them. Use `description`, which can have up to 4,000 characters.',
    source: json,
    example: { in: 'text', invalid: job(' // every night'), valid: job('') },
  },
  'surplus-comma': {
    severity: 'error',
    title: 'Unexpected comma',
    reason:
      'A comma is valid only between two properties or two elements. Remove the others, such as one after the last element.',
    source: json,
    example: { in: 'text', invalid: job(','), valid: job('') },
  },
  'missing-comma': {
    severity: 'error',
    title: 'Missing comma',
    reason: 'Separate properties and elements with commas.',
    source: json,
    example: {
      in: 'text',
      invalid: job(' "description": "Every night"'),
      valid: job(', "description": "Every night"'),
    },
  },
  'missing-colon': {
    severity: 'error',
    title: 'Missing colon',
    reason: 'Separate a property name from its value with a colon.',
    source: json,
    example: {
      in: 'text',
      invalid: job(', "description" "Every night"'),
      valid: job(', "description": "Every night"'),
    },
  },
  'missing-value': {
    severity: 'error',
    title: 'Property without a value',
    reason: 'A property name must be followed by a colon and a value.',
    source: json,
    example: { in: 'text', invalid: job(', "description":'), valid: job(', "description": ""') },
  },
  'open-bracket': {
    severity: 'error',
    title: 'Missing bracket',
    reason: 'Every `{` needs a `}`, and every `[` needs a `]`.',
    source: json,
    example: { in: 'text', invalid: job('').slice(0, -1), valid: job('') },
  },
  'mismatched-bracket': {
    severity: 'error',
    title: 'Mismatched closing bracket',
    reason: '`}` closes `{`, and `]` closes `[`. Replace or remove the bracket.',
    source: json,
    example: { in: 'text', invalid: `${job('').slice(0, -1)}]`, valid: job('') },
  },
  'other-quotes': {
    severity: 'error',
    title: 'Invalid quotation marks',
    reason:
      'JSON requires straight double quotes around strings and property names. Word processors and chat apps often replace them.',
    source: json,
    example: { in: 'text', invalid: job(`, "description": ''`), valid: job(', "description": ""') },
  },
  'unquoted-text': {
    severity: 'error',
    title: 'Unquoted string or invalid literal',
    reason:
      'Strings and property names need double quotes. `true`, `false`, and `null` are lowercase, and numbers have no leading zeros.',
    source: json,
    example: { in: 'text', invalid: job(', description: ""'), valid: job(', "description": ""') },
  },
  'wrong-escape': {
    severity: 'error',
    title: 'Invalid escape sequence or control character',
    reason:
      'In a string, a backslash starts an escape sequence such as `\\n`. Write a backslash as `\\\\`, and a control character as its escape sequence.',
    source: json,
    example: { in: 'text', invalid: job(', "description": "a\\b\\c"'), valid: job(', "description": "a\\\\b\\\\c"') },
  },
  'look-alike-character': {
    severity: 'error',
    title: 'Look-alike character',
    reason:
      'Full-width punctuation and special spaces, which come from copied text and Chinese input methods, aren’t valid in JSON. Use the ASCII character.',
    source: json,
    example: { in: 'text', invalid: job('，"description": ""'), valid: job(',"description": ""') },
  },
  'byte-order-mark': {
    severity: 'error',
    title: 'Byte order mark',
    reason: 'JSON is sent without a byte order mark, and the service may reject one. Remove it.',
    source: 'RFC 8259, section 8.1',
    example: { in: 'text', invalid: `\ufeff${job('')}`, valid: job('') },
  },
  'duplicate-property': {
    severity: 'warning',
    title: 'Duplicate property',
    reason: 'Most parsers use only the last value of a property that occurs more than once. Remove all but one.',
    source: 'RFC 8259, section 4',
    example: {
      in: 'text',
      invalid: job(', "description": "a", "description": "b"'),
      valid: job(', "description": "b"'),
    },
  },
  'unpaired-surrogate': {
    severity: 'error',
    title: 'Incomplete character',
    reason:
      'UTF-8 can’t encode an unpaired surrogate, so the service would receive a different string. Delete it, and enter the character again.',
    source: 'RFC 8259, section 8.1 and 8.2',
    example: { in: 'text', invalid: job(', "description": "\ud83d"'), valid: job(', "description": "\\ud83d\\ude00"') },
  },
  'too-deep': {
    severity: 'error',
    title: 'Too many nested levels',
    reason: 'A job has six levels. A document with more than 500 isn’t checked.',
    source: requestTables,
    example: { in: 'text', invalid: '['.repeat(501), valid: job('') },
  },
  'too-large': {
    severity: 'error',
    title: 'Document larger than 12 MB',
    reason: 'The API gateway rejects a larger request body with status code 413. Split the job.',
    source: 'API gateway, error codes (413)',
    example: { in: 'text', invalid: ' '.repeat(12 * 1024 * 1024) + '{}', valid: job('') },
  },
} as const satisfies Record<string, Rule>;

/** Returns a job without problems, with a text after its last property. */
function job(end: string): string {
  return `{
  "name": "ranger_permissions",
  "type": "PERMISSION_MIGRATION",
  "parameter": {
    "permission_migration_parameter": {
      "location": "obs://lake-permissions/ranger/",
      "log_location": "obs://lake-logs/permissions",
      "policy_type": "RANGER",
      "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25"
    }
  }${end}
}`;
}
