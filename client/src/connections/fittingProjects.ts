import type { Project } from '../api/projects.ts';

/**
 * Returns the projects of a region, its own first: that has the region's name, and those that users create in it have it as
 * a prefix, as in `cn-north-4_sales` (IAM API reference, Querying Project Information).
 */
export function fittingProjects(projects: readonly Project[], region: string): readonly Project[] {
  return [
    ...projects.filter(({ name }) => name === region),
    ...projects.filter(({ name }) => name.startsWith(`${region}_`)),
  ];
}
