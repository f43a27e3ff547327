import { AppError } from '../app-error.ts';

/** What one person may have the assistant do in a day, over all processes. */
export interface DailyBudget {
  messages: number;
  /** Tokens of a language model; the built-in rules cost none. */
  tokens: number;
}

/** Whose spending, and on which day. */
export interface SpendingDay {
  ownerId: string;
  day: string;
}

/** Where is counted what was spent. */
export interface UsageStore {
  /** Counts messages and sets tokens aside, unless that would be too much; answers whether. */
  reserve(on: SpendingDay, cost: DailyBudget, most: DailyBudget): Promise<boolean>;
  /** Corrects what was set aside by what was really spent. */
  settle(on: SpendingDay, tokens: number): Promise<void>;
}

/** A message that is paid for. */
export interface Reservation {
  /** The tokens that it may cost. */
  tokens: number;
  /** Tells what it really cost. */
  spend(tokens: number): Promise<void>;
}

export interface Budget {
  /** @throws {AppError} `rate_limited` when the day's budget is spent */
  reserve(ownerId: string): Promise<Reservation>;
}

/** Tokens that are set aside for an answer until it is known what it cost. */
const perAnswer = 8_000;
const dayLength = 24 * 60 * 60_000;

/** Bounds what people have the assistant do, day by day (in UTC). */
export function createBudget(store: UsageStore, most: DailyBudget, now: () => Date): Budget {
  return {
    async reserve(ownerId) {
      const moment = now();
      const on = { ownerId, day: moment.toISOString().slice(0, 10) };
      const tokens = Math.min(perAnswer, most.tokens);
      if (!(await store.reserve(on, { messages: 1, tokens }, most))) {
        const retryAfter = Math.ceil((dayLength - (moment.getTime() % dayLength)) / 1_000);
        const hours = Math.max(1, Math.round(retryAfter / 3_600));
        throw new AppError(
          'rate_limited',
          `The assistant has done for you what it may in a day. Come back in ${hours === 1 ? 'an hour' : `${hours} hours`}.`,
          { retryAfter },
        );
      }
      return { tokens, spend: (spent) => store.settle(on, spent - tokens) };
    },
  };
}
