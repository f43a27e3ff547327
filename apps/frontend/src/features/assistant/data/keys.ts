/** Under these keys the page keeps what it knows of the assistant. */
export const assistantKey = ['assistant'];
export const conversationsKey = ['conversations'];
export const conversationKey = (id: string) => ['conversation', id];
