import { expect, it } from 'vitest';
import { HttpError } from './http-error';
import { replaceSession, withSession } from './session';

const unknownSession = () => Promise.reject(new HttpError(401, {}));

it('what was refused while the session was replaced is asked again once that is done', async () => {
  const { promise: replaced, resolve: replace } = Promise.withResolvers<true>();
  let known = false;
  void replaceSession(() => replaced.then(() => (known = true)));
  const answer = withSession(async () => (known ? 'tasks' : unknownSession()));
  replace(true);
  expect(await answer).toBe('tasks');
});

it('a session that could not be replaced leaves the one that there was', async () => {
  const failed = replaceSession(() => Promise.reject(new HttpError(400, {})));
  await expect(failed).rejects.toThrow();
  expect(await withSession(() => Promise.resolve('tasks'))).toBe('tasks');
});

it('a session that has ended is asked for twice, and then it is told', async () => {
  let asked = 0;
  const answer = withSession(() => {
    asked += 1;
    return unknownSession();
  });
  await expect(answer).rejects.toMatchObject({ status: 401 });
  expect(asked).toBe(2);
});

it('what fails for another reason is not asked again', async () => {
  let asked = 0;
  const answer = withSession(() => {
    asked += 1;
    return Promise.reject(new HttpError(409, {}));
  });
  await expect(answer).rejects.toMatchObject({ status: 409 });
  expect(asked).toBe(1);
});
