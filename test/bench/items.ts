/** What is measured, in the order of the table. */
export type ItemId =
  | 'start'
  | 'open'
  | 'edit'
  | 'value'
  | 'property'
  | 'hover'
  | 'outline'
  | 'unchanged'
  | 'reindent'
  | 'documents'
  | 'memory'
  | 'documentsMemory';

export interface Item {
  readonly id: ItemId;
  readonly title: string;
  readonly unit: 'ms' | 'MB';
  /** Measured with the smallest document alone: the others would show the same. */
  readonly smallestOnly?: true;
}

export const items: readonly Item[] = [
  { id: 'start', title: 'Start to first diagnostics', unit: 'ms', smallestOnly: true },
  { id: 'open', title: 'Open to diagnostics', unit: 'ms' },
  { id: 'edit', title: 'Edit to diagnostics', unit: 'ms' },
  { id: 'value', title: 'Edit to completion of a value', unit: 'ms' },
  { id: 'property', title: 'Edit to completion of a property', unit: 'ms' },
  { id: 'hover', title: 'Hover', unit: 'ms' },
  { id: 'outline', title: 'Edit to outline', unit: 'ms' },
  { id: 'unchanged', title: 'Edit to formatting, nothing to change', unit: 'ms' },
  { id: 'reindent', title: 'Edit to formatting, every line moves', unit: 'ms' },
  { id: 'documents', title: 'Open 1,000 documents to all diagnostics', unit: 'ms', smallestOnly: true },
  { id: 'memory', title: 'Memory, document open', unit: 'MB' },
  { id: 'documentsMemory', title: 'Memory, 1,000 documents open', unit: 'MB', smallestOnly: true },
];

/** One figure an item, in the item's unit. */
export type Figures = Readonly<Record<ItemId, number>>;
