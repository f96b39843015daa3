import type { RuleSeverity } from '../../../language/src/rules/rule.ts';
import { publishedRuleUri } from '../../../language/src/rules/codes.ts';
import type { CheckedFile } from '../checking/checkFile.ts';
import type { Place, Problem, ProposedFix } from '../checking/problem.ts';
import { jsonOf, JsonList } from './jsonList.ts';
import type { Reporter } from './reporter.ts';
import { diagnosticCodes, isChinese, ruleDocumentation } from './ruleTexts.ts';

const levels: Readonly<Record<RuleSeverity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Reports as SARIF 2.1.0, with the documentation of all rules and the fixes of the problems. @param version that of the tool */
export function sarifReporter(version: string): Reporter {
  const results = new JsonList();
  const notifications: object[] = [];
  return {
    begin: () =>
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${jsonOf({ driver: driver(version) })},` +
      `"language":"${isChinese() ? 'zh-CN' : 'en-US'}","columnKind":"utf16CodeUnits","results":[`,
    file(checked) {
      notifications.push(...notificationsOf(checked));
      return results.add(checked.problems.map((problem) => resultOf(problem, checked.name)));
    },
    end({ failures }) {
      const invocation = {
        executionSuccessful: failures.length === 0,
        ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
      };
      return `\n],"invocations":[${jsonOf(invocation)}]}]}\n`;
    },
  };
}

function driver(version: string): object {
  return {
    name: 'lfjob',
    fullName: 'LakeFormation Jobs',
    semanticVersion: version,
    informationUri: 'https://github.com/lfjob/lakeformation-jobs',
    rules: diagnosticCodes.flatMap((code) => {
      const documentation = ruleDocumentation(code);
      return documentation === undefined
        ? []
        : [
            {
              id: code,
              shortDescription: { text: documentation.title },
              fullDescription: { text: documentation.reason },
              help: { text: documentation.reason },
              helpUri: helpUriOf(code),
              defaultConfiguration: { level: levels[documentation.severity] },
            },
          ];
    }),
  };
}

function helpUriOf(code: string): string {
  return publishedRuleUri.replace('{code}', code);
}

function resultOf({ code, severity, message, related, fixes, ...place }: Problem, name: string): object {
  return {
    ruleId: code,
    ruleIndex: diagnosticCodes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(name, place)],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ message: text, ...other }) => ({
        ...locationOf(name, other),
        message: { text },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, name)) }),
  };
}

function locationOf(name: string, place: Place): object {
  return { physicalLocation: { artifactLocation: artifact(name), region: regionOf(place) } };
}

function fixOf({ title, edits }: ProposedFix, name: string): object {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifact(name),
        replacements: edits.map(({ newText, ...place }) => ({
          deletedRegion: regionOf(place),
          ...(newText !== '' && { insertedContent: { text: newText } }),
        })),
      },
    ],
  };
}

function regionOf({ line, column, endLine, endColumn }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path as a URI that is relative to the working directory, or to the file system. */
function artifact(name: string): object {
  const uri = name.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return {
    uri: /^[A-Za-z]:/.test(name) ? `file:///${uri.replace('%3A', ':')}` : name.startsWith('/') ? `file://${uri}` : uri,
  };
}

function notificationsOf({ name, failure }: CheckedFile): object[] {
  if (failure === undefined) return [];
  return [
    {
      level: 'error',
      message: { text: failure },
      locations: [{ physicalLocation: { artifactLocation: artifact(name) } }],
    },
  ];
}
