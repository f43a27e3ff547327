import { beforeEach, expect, it, vi } from 'vitest';
import { act, dismiss, notices, notify, undoLast, withdraw } from './notices';

const onGone = vi.fn();
const run = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  notify({ title: 'Deleted', action: { label: 'Undo', run }, onGone });
});

const id = () => notices.current().at(-1)!.id;

it('a notice that goes away without its action says so once', () => {
  const gone = id();
  dismiss(gone);
  dismiss(gone);
  expect(onGone).toHaveBeenCalledOnce();
  expect(run).not.toHaveBeenCalled();
});

it('a notice whose action was taken is gone and does not say that it went unused', () => {
  const taken = id();
  act(taken);
  dismiss(taken);
  expect(run).toHaveBeenCalledOnce();
  expect(onGone).not.toHaveBeenCalled();
  expect(notices.current()).toEqual([]);
});

it('undo takes back the latest of what can be taken back, once', () => {
  const later = vi.fn();
  notify({ title: 'Moved', action: { label: 'Undo', run: later } });
  notify({ title: 'Not saved', action: { label: 'Try again', run: vi.fn() } });
  expect(undoLast()).toBe(true);
  expect(later).toHaveBeenCalledOnce();
  expect(run).not.toHaveBeenCalled();
  for (const notice of notices.current()) dismiss(notice.id);
  expect(undoLast()).toBe(false);
});

it('a notice has more actions by their labels, of which one is taken', () => {
  const open = vi.fn();
  const several = notify({
    title: 'Due',
    action: { label: 'Done', run },
    more: [{ label: 'Open', run: open }],
  });
  act(several, 'Open');
  act(several, 'Done');
  expect([open.mock.calls.length, run.mock.calls.length]).toEqual([1, 0]);
});

it('a notice that is withdrawn was neither taken nor left unused', () => {
  withdraw(id());
  expect(run).not.toHaveBeenCalled();
  expect(onGone).not.toHaveBeenCalled();
});
