/** The tasks: where everybody goes who wanted nothing else. */
export const tasksPage = '/app';

/** Where a program that asks to be let in has its question put. */
export const programsQuestion = '/api/auth/oauth2/authorize';

/** The header in which the proxy tells a page its own address, which layouts cannot see. */
export const wantedHeader = 'x-wanted-page';

// Browsers take a backslash for a slash and leave tabs and line ends out.
const misleading = /[\\\p{Cc}\p{Z}]/u;
const here = 'http://here.invalid';

const needsAccount = (path: string) =>
  path === tasksPage || path.startsWith(`${tasksPage}/`) || path === programsQuestion;

/**
 * Where somebody wanted to go who has to log in first, as an address says it that anybody may have
 * made: the path of a page of this site that needs an account, with its query. Everything else is
 * {@link tasksPage}.
 */
export function wantedPage(said: unknown): string {
  if (typeof said !== 'string' || !said.startsWith('/') || misleading.test(said)) return tasksPage;
  if (!URL.canParse(said, here)) return tasksPage;
  // What is checked is what the browser would go to: `/app/..//elsewhere` is somewhere else.
  const { origin, pathname, search } = new URL(said, here);
  return origin === here && needsAccount(pathname) ? pathname + search : tasksPage;
}

/** A page on the way into an account that then leads to the one that was wanted. */
export function leadingTo(wanted: string, page: string): string {
  if (wanted === tasksPage) return page;
  return `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams({ next: wanted })}`;
}
