/** What is measured, in the order of the table. */
export type ItemId = 'start' | 'open' | 'edit' | 'value' | 'member' | 'hover' | 'memory';

export interface Item {
  readonly id: ItemId;
  readonly title: string;
  readonly unit: 'ms' | 'MB';
  /** Measured with the smallest document alone: the others would say the same. */
  readonly smallestOnly?: true;
}

export const items: readonly Item[] = [
  { id: 'start', title: 'Start to first diagnostics', unit: 'ms', smallestOnly: true },
  { id: 'open', title: 'Open to diagnostics', unit: 'ms' },
  { id: 'edit', title: 'Edit to diagnostics', unit: 'ms' },
  { id: 'value', title: 'Edit to completion of a value', unit: 'ms' },
  { id: 'member', title: 'Edit to completion of a member', unit: 'ms' },
  { id: 'hover', title: 'Hover', unit: 'ms' },
  { id: 'memory', title: 'Memory, document open', unit: 'MB' },
];

/** One figure an item, in the item's unit. */
export type Figures = Readonly<Record<ItemId, number>>;
