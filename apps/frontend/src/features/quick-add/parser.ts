// A door of its own, because it is fetched only when somebody types.
export { parseQuickAdd } from '@todo-chatbot/shared/quick-add';
