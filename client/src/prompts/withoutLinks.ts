/** A message without what the editor would make a link of, commands included: much in it comes from the service. */
export function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}
