/** A project as IAM lists it: the properties of GET /v3/projects. */
export interface ListedProject {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly domain_id: string;
  readonly parent_id: string;
  readonly is_domain: boolean;
  readonly enabled: boolean;
  readonly links: { readonly self: string };
}

/** A project with what a test wants otherwise. The one of a region has the region's name. */
export function projectOf(id: string, name: string, changes: Partial<ListedProject> = {}): ListedProject {
  const account = 'd78cbac186b744899480f25bd022f468';
  return {
    id,
    name,
    description: '',
    domain_id: account,
    parent_id: account,
    is_domain: false,
    enabled: true,
    links: { self: `https://iam.myhuaweicloud.com/v3/projects/${id}` },
    ...changes,
  };
}
