import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { overflow } from './overflow.ts';
import { expect, test } from './test.ts';
import { seed, todo } from './todo-page.ts';

/** The assistant, in the words of its visitor. */
function assistant(page: Page) {
  const field = page.getByRole('textbox', { name: 'Message to the assistant' });
  /** The answer has ended: until then Enter says nothing new, and Escape stops instead of closing. */
  const answered = () => expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
  return {
    answered,
    field,
    conversation: page.getByRole('region', { name: 'Conversation' }),
    card: (heading: string) => page.getByRole('region', { name: heading }),
    async open() {
      await page.getByRole('button', { name: 'Assistant', exact: true }).click();
      await expect(field).toBeFocused();
    },
    async say(text: string) {
      await answered();
      await field.fill(text);
      await page.keyboard.press('Enter');
    },
  };
}

test('a task is added, found in the list at once, and taken back', async ({
  page,
  person,
  context,
}) => {
  const elsewhere = await context.newPage();
  await elsewhere.goto('/app');
  const chat = assistant(page);
  await chat.open();
  await expect(page.getByText('Built-in assistant')).toBeVisible();
  await page.getByRole('button', { name: 'Add call Sam tomorrow at 9' }).click();
  await expect(chat.field).toHaveValue('Add call Sam tomorrow at 9');
  await chat.say(`Add call ${person.name} tomorrow at 9`);
  await expect(chat.conversation.getByText('due tomorrow at 09:00').first()).toBeVisible();
  await expect(todo(page).row(`call ${person.name}`)).toBeVisible();
  await expect(todo(elsewhere).row(`call ${person.name}`)).toBeVisible();
  await chat.card(`Added “call ${person.name}”`).getByRole('button', { name: 'Undo' }).click();
  await expect(chat.card(`Add “call ${person.name}”`)).toContainText('Taken back.');
  await expect(todo(page).row(`call ${person.name}`)).toBeHidden();
  await expect(todo(elsewhere).row(`call ${person.name}`)).toBeHidden();
});

test('a deletion waits for a word, is done, undone, and all of it is there after a reload', async ({
  page,
  person,
  baseURL,
}) => {
  const title = `Letter of ${person.name}`;
  await seed(page, String(baseURL), [{ title }, { title: 'Keep me' }]);
  await page.reload();
  const list = todo(page);
  const chat = assistant(page);
  await chat.open();
  await chat.say(`delete ${title}`);
  const wish = chat.card(`Delete “${title}”`);
  await expect(wish.getByRole('button', { name: 'Confirm' })).toBeVisible();
  await expect(list.row(title)).toBeVisible();
  await wish.getByRole('button', { name: 'Confirm' }).click();
  await expect(list.row(title)).toBeHidden();
  await chat.card(`Deleted “${title}”`).getByRole('button', { name: 'Undo' }).click();
  await expect(list.row(title)).toBeVisible();
  await page.reload();
  await expect(chat.card(`Delete “${title}”`)).toContainText('Taken back.');

  await chat.say('delete keep me');
  await chat.card('Delete “Keep me”').getByRole('button', { name: 'Not now' }).click();
  await expect(chat.card('Delete “Keep me”')).toContainText('Not done.');
  await expect(list.row('Keep me')).toBeVisible();
});

test('earlier conversations are kept, opened and deleted', async ({ page, person }) => {
  const chat = assistant(page);
  await chat.open();
  await chat.say(`find ${person.name}`);
  await expect(chat.conversation.getByText(`Nothing with “${person.name}”`).first()).toBeVisible();
  await page.getByRole('button', { name: 'New conversation' }).click();
  await expect(page.getByText('No language model is set up here')).toBeVisible();
  await page.getByRole('button', { name: 'Earlier conversations' }).click();
  const kept = page.getByRole('list', { name: 'Conversations' });
  await kept
    .getByRole('button', { name: new RegExp(`^find ${person.name}`) })
    .first()
    .click();
  await expect(chat.conversation.getByText(`Nothing with “${person.name}”`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Earlier conversations' }).click();
  const before = await kept.getByRole('listitem').count();
  await kept
    .getByRole('button', { name: `Delete “find ${person.name}”` })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(kept.getByRole('listitem')).toHaveCount(before - 1);
});

test('an answer is stopped, and what was said stays', async ({ page, person }) => {
  expect(person.name).not.toBe('');
  const chat = assistant(page);
  await chat.open();
  // The server holds the answer back after its beginning, as a slow model does.
  await page.route('**/conversations/*/messages', () => undefined);
  await chat.say('list');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped.')).toBeVisible();
  await page.unroute('**/conversations/*/messages');
  await chat.say('what is overdue');
  await expect(chat.conversation.getByText('Overdue: nothing there.').first()).toBeVisible();
});

test.describe('when something is wrong', () => {
  test.use({ tolerated: /status of (429|503)|ERR_/ });

  test('a spent budget and a server that is away are told, and what was typed stays', async ({
    page,
    person,
  }) => {
    const chat = assistant(page);
    await chat.open();
    // One route that changes its answer: between two, a request may get through to the server.
    let isAway = false;
    await page.route('**/conversations/*/messages', (route) =>
      isAway
        ? route.abort()
        : route.fulfill({
            status: 429,
            contentType: 'application/problem+json',
            body: JSON.stringify({ detail: 'Come back in 3 hours.' }),
          }),
    );
    await chat.say(`list for ${person.name}`);
    await expect(page.getByRole('alert').getByText('Come back in 3 hours.')).toBeVisible();
    await expect(chat.field).toHaveValue(`list for ${person.name}`);
    isAway = true;
    await page.keyboard.press('Enter');
    await expect(page.getByText('The server cannot be reached.')).toBeVisible();
    await expect(chat.field).toHaveValue(`list for ${person.name}`);
  });
});

test('everything is done by keys alone', async ({ page, person }) => {
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  const chat = assistant(page);
  await page.keyboard.press('i');
  await expect(chat.field).toBeFocused();
  await page.keyboard.type(`add water ${person.name}`);
  await page.keyboard.press('Enter');
  await expect(chat.card(`Added “water ${person.name}”`)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(chat.card(`Added “water ${person.name}”`).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chat.card(`Add “water ${person.name}”`)).toContainText('Taken back.');
});

test.describe('at 360 pixels', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('it comes from below, works, and lets the page be as wide as the screen', async ({
    page,
    person,
  }) => {
    const chat = assistant(page);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Assistant' }).click();
    await chat.say(`add visit ${person.name} ${'and more '.repeat(12)}`);
    await expect(chat.conversation.getByText('Added “visit').first()).toBeVisible();
    expect(await overflow(page)).toBe(0);
    await chat.answered();
    await page.keyboard.press('Escape');
    await expect(chat.field).toBeHidden();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in a conversation', async ({ page, person }) => {
      const chat = assistant(page);
      await chat.open();
      await expectAccessible(page, 'nothing said yet');
      await chat.say(`add paint ${person.name}`);
      await expect(chat.card(`Added “paint ${person.name}”`)).toBeVisible();
      await chat.say(`delete paint ${person.name}`);
      await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
      await expectAccessible(page, 'a conversation');
    });
  });
}
