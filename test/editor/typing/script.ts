/** One step of a script of key presses. */
export type Step =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'suggestion'; readonly label: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'key'; readonly key: string };

/** How a text is typed with the keyboard alone. */
export type Script = readonly Step[];

/** Types a text: a press a character. */
export function text(characters: string): Step {
  return { kind: 'text', text: characters };
}

/** Accepts the suggestion that has the focus, which is this one, by Tab: one press. */
export function suggestion(label: string): Step {
  return { kind: 'suggestion', label };
}

/**
 * Presses a key or a chord while no list is open, as often as specified: a press each time. Named as Playwright names
 * it.
 */
export function key(name: string, times = 1): Step[] {
  return Array.from({ length: times }, () => ({ kind: 'key', key: name }));
}

/** Pastes a text that was copied elsewhere: one press. */
export function paste(copied: string): Step {
  return { kind: 'paste', text: copied };
}

/** How many times a key, or a chord, is pressed. */
export function pressesOf(script: Script): number {
  return script.reduce((presses, step) => presses + (step.kind === 'text' ? Array.from(step.text).length : 1), 0);
}
