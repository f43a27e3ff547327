/** The id of the field in which tasks begin, on pages that have one. */
export const fieldId = 'new-task';

/** Brings the cursor into that field; false when the page has none. */
export function focusField(): boolean {
  const field = document.getElementById(fieldId);
  field?.focus();
  return field !== null;
}
