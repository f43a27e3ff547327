/** The person behind a request, as far as use cases need to know. */
export interface Account {
  id: string;
}

/** Tells who is signed in; the store of sessions is outside. */
export interface SessionReader {
  /** The account that the request's cookies belong to, undefined when there is none. */
  accountOf(headers: Headers): Promise<Account | undefined>;
}
