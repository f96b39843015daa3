import { requestTables, type Rule } from '../rule.ts';

const json = 'RFC 8259; CreateJobByInstance, status code 400';

/** The rules of JSON itself, each mistake with its own sentence. */
export const jsonRules = {
  'empty-document': {
    severity: 'error',
    title: 'The document is empty',
    reason: 'A job is one JSON object. Type `lf` and accept a snippet, or run New Job.',
    source: requestTables,
    example: {
      in: 'text',
      invalid: '',
      valid: job(''),
    },
  },
  'invalid-json': {
    severity: 'error',
    title: 'The text is not JSON',
    reason: 'The service reads strict JSON. What stands here cannot be read, and what was meant cannot be told.',
    source: json,
    example: { in: 'text', invalid: `${job('')} ]`, valid: job('') },
  },
  comment: {
    severity: 'error',
    title: 'A comment',
    reason: 'JSON has no comments. `description` holds 4000 characters for what there is to say.',
    source: json,
    example: { in: 'text', invalid: job(' // every night'), valid: job('') },
  },
  'surplus-comma': {
    severity: 'error',
    title: 'A comma too many',
    reason: 'A comma stands between two elements, not behind the last one.',
    source: json,
    example: { in: 'text', invalid: job(','), valid: job('') },
  },
  'missing-comma': {
    severity: 'error',
    title: 'A comma is missing',
    reason: 'Members and elements are separated by commas.',
    source: json,
    example: {
      in: 'text',
      invalid: job(' "description": "Every night"'),
      valid: job(', "description": "Every night"'),
    },
  },
  'missing-colon': {
    severity: 'error',
    title: 'A colon is missing',
    reason: 'A colon stands between the name of a member and its value.',
    source: json,
    example: {
      in: 'text',
      invalid: job(', "description" "Every night"'),
      valid: job(', "description": "Every night"'),
    },
  },
  'missing-value': {
    severity: 'error',
    title: 'A member without a value',
    reason: 'The name of a member is followed by a colon and a value.',
    source: json,
    example: { in: 'text', invalid: job(', "description":'), valid: job(', "description": ""') },
  },
  'open-bracket': {
    severity: 'error',
    title: 'A bracket is not closed',
    reason: 'Every { needs its }, every [ its ].',
    source: json,
    example: { in: 'text', invalid: job('').slice(0, -1), valid: job('') },
  },
  'mismatched-bracket': {
    severity: 'error',
    title: 'A closing bracket that doesn’t match',
    reason: 'A } closes a {, a ] closes a [. This bracket closes nothing of its kind.',
    source: json,
    example: { in: 'text', invalid: `${job('').slice(0, -1)}]`, valid: job('') },
  },
  'other-quotes': {
    severity: 'error',
    title: 'Quotation marks that JSON does not know',
    reason: 'Texts and names stand in double quotes. Word processors and chats replace them by others.',
    source: json,
    example: { in: 'text', invalid: job(`, "description": ''`), valid: job(', "description": ""') },
  },
  'unquoted-text': {
    severity: 'error',
    title: 'A text without quotes',
    reason:
      'Texts and names stand in double quotes; true, false and null are written in lower case, numbers without leading zeros.',
    source: json,
    example: { in: 'text', invalid: job(', description: ""'), valid: job(', "description": ""') },
  },
  'wrong-escape': {
    severity: 'error',
    title: 'A wrong escape, or a control character',
    reason: 'In a text a backslash begins an escape such as \\n or \\". Control characters are written as escapes.',
    source: json,
    example: { in: 'text', invalid: job(', "description": "a\\b\\c"'), valid: job(', "description": "a\\\\b\\\\c"') },
  },
  'look-alike-character': {
    severity: 'error',
    title: 'A character that looks like one of JSON’s',
    reason: 'Full-width punctuation and spaces of other kinds come with copied text and with keyboards for Chinese.',
    source: json,
    example: { in: 'text', invalid: job('，"description": ""'), valid: job(',"description": ""') },
  },
  'byte-order-mark': {
    severity: 'error',
    title: 'A byte order mark',
    reason: 'JSON is sent without one, and readers may refuse it.',
    source: 'RFC 8259, section 8.1',
    example: { in: 'text', invalid: `\ufeff${job('')}`, valid: job('') },
  },
  'duplicate-member': {
    severity: 'warning',
    title: 'A member stands there twice',
    reason: 'Of members with the same name the last one counts; which is not what every reader does.',
    source: 'RFC 8259, section 4',
    example: {
      in: 'text',
      invalid: job(', "description": "a", "description": "b"'),
      valid: job(', "description": "b"'),
    },
  },
  'unpaired-surrogate': {
    severity: 'error',
    title: 'Half a character',
    reason: 'A surrogate without its partner cannot be written as UTF-8, so the service would receive another text.',
    source: 'RFC 8259, section 8.1 and 8.2',
    example: { in: 'text', invalid: job(', "description": "\ud83d"'), valid: job(', "description": "\\ud83d\\ude00"') },
  },
  'too-deep': {
    severity: 'error',
    title: 'The document is nested too deeply',
    reason: 'A job is six levels deep; a text of more than 500 levels is not one and is not checked.',
    source: requestTables,
    example: { in: 'text', invalid: '['.repeat(501), valid: job('') },
  },
  'too-large': {
    severity: 'error',
    title: 'The document is larger than 12 MB',
    reason: 'The API gateway refuses larger bodies with status 413. Split the job.',
    source: 'API gateway, error codes (413)',
    example: { in: 'text', invalid: ' '.repeat(12 * 1024 * 1024) + '{}', valid: job('') },
  },
} as const satisfies Record<string, Rule>;

/** A job that has nothing to report, with something behind its last member. */
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
