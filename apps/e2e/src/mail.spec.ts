import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { logIn, signUp } from './account-forms.ts';
import { expiredToken, expect, linkOf, refusals, test } from './mail/test.ts';
import { overflow } from './overflow.ts';
import { newPerson, type Person } from './person.ts';

// One worker, and so one pair of servers, for all that is here.
test.describe.configure({ mode: 'default' });
test.use({ tolerated: refusals });

test.beforeEach(({ database }) => database.letWaitsEnd());

const alertOn = (page: Page) => page.locator('form').getByRole('alert');

async function signUpOn(page: Page, person: Person): Promise<void> {
  await page.goto('/signup');
  await signUp(page, person);
}

async function askForReset(page: Page, email: string): Promise<void> {
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
}

async function choose(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save the new password' }).click();
}

test.describe('a new account', () => {
  test('is open once its owner followed the link in the mail', async ({ page, resend }) => {
    const person = newPerson();
    await signUpOn(page, person);
    await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
    await expect(page.getByText(`We wrote to ${person.email}.`)).toBeVisible();

    await page.goto(linkOf(await resend.mailTo(person.email, /^Confirm/)));
    await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
    await page.getByRole('link', { name: 'Log in' }).click();
    await logIn(page, person);
    await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
    expect(resend.mailsTo(person.email)).toHaveLength(1);
  });

  test('lets nobody in before that, and sends another link', async ({
    page,
    resend,
    register,
    database,
  }) => {
    const person = await register();
    await resend.mailTo(person.email, /^Confirm/);
    await database.letWaitsEnd();
    await page.goto('/login');
    await logIn(page, person);
    await expect(alertOn(page)).toContainText('or the address is not confirmed yet');
    await page.goto(linkOf(await resend.mailTo(person.email, /^Confirm/, 2)));
    await page.getByRole('link', { name: 'Log in' }).click();
    await logIn(page, person);
    await expect(page).toHaveURL(/\/app/);
  });

  test('whose mail got lost gets another, when two minutes are over', async ({
    page,
    resend,
    database,
  }) => {
    const person = newPerson();
    await page.clock.install();
    await signUpOn(page, person);
    const button = page.getByRole('button', { name: /^Send it again/ });
    await expect(button).toHaveAccessibleName(/^Send it again in [12]:\d\d$/);
    await expect(button).toBeDisabled();
    await resend.mailTo(person.email, /^Confirm/);

    await page.clock.fastForward('02:00');
    await database.letWaitsEnd();
    await expect(button).toHaveAccessibleName('Send it again');
    await button.click();
    await expect(page.getByRole('status')).toHaveText(/^Sent again/);
    await expect(button).toHaveAccessibleName(/^Send it again in [12]:\d\d$/);
    await expect(button).toBeFocused();
    await resend.mailTo(person.email, /^Confirm/, 2);
  });

  test('with a mistyped address is begun again with what was typed', async ({ page }) => {
    const { name, email, password } = newPerson();
    await signUpOn(page, { name, email: `x${email}`, password });
    await page.getByRole('button', { name: 'Other address' }).click();
    await expect(page.getByLabel('Name')).toHaveValue(name);
    await expect(page.getByLabel('E-mail')).toHaveValue(`x${email}`);
    await expect(page.getByLabel('E-mail')).toBeFocused();
    await expect(page.getByLabel('Password')).toHaveValue('');
  });

  test('looks the same when its address is known, whose owner is told', async ({
    page,
    resend,
    confirm,
  }) => {
    const known = await confirm();
    await signUpOn(page, { ...newPerson('Somebody Else'), email: known.email });
    await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
    await page.goto(linkOf(await resend.mailTo(known.email, /already/)));
    await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
  });

  test('gets its mail although Resend answered errors at first', async ({ page, resend }) => {
    const person = newPerson();
    resend.refuse(person.email, { status: 500, name: 'application_error' });
    await signUpOn(page, person);
    await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
    await page.goto(linkOf(await resend.mailTo(person.email, /^Confirm/)));
    await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  });

  test('gets a new mail when Resend refused the first one for good', async ({
    page,
    resend,
    register,
    database,
  }) => {
    const person = newPerson();
    resend.refuse(person.email, { status: 422, name: 'validation_error' });
    await register(person);
    await expect.poll(() => resend.hasRefused(person.email)).toBe(true);
    await database.letWaitsEnd();
    await page.goto('/login');
    await logIn(page, person);
    await expect(alertOn(page)).toContainText('look into your mail');
    await resend.mailTo(person.email, /^Confirm/);
  });
});

test.describe('a link that confirms an address', () => {
  test('can be followed twice', async ({ page, resend, confirm }) => {
    const { email } = await confirm();
    await page.goto(linkOf(await resend.mailTo(email, /^Confirm/)));
    await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  });

  test('says when it is too old, and where a new one comes from', async ({ page, register }) => {
    const { email } = await register();
    await page.goto(
      `/api/auth/verify-email?token=${expiredToken(email)}&callbackURL=%2Fverify-email`,
    );
    await expect(page.getByRole('heading', { name: 'This link is too old' })).toBeVisible();
    await page.getByRole('link', { name: 'Log in' }).click();
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  });

  test('says when it is forged or broken', async ({ page }) => {
    await page.goto('/api/auth/verify-email?token=forged&callbackURL=%2Fverify-email');
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Log in' })).toBeVisible();
  });
});

test.describe('a forgotten password', () => {
  test('is replaced by the link in the mail, which ends the old sessions', async ({
    page,
    browser,
    baseURL,
    resend,
    confirm,
  }) => {
    const person = await confirm();
    const old = await (await browser.newContext({ baseURL })).newPage();
    await old.goto('/login');
    await logIn(old, person);
    await expect(old).toHaveURL(/\/app/);

    await page.goto('/login');
    await page.getByRole('link', { name: 'Forgot it?' }).click();
    await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
    const link = linkOf(await resend.mailTo(person.email, /^Choose a new/));
    await page.goto(link);
    await choose(page, 'correct-horse-2');
    await expect(page.getByText('Your new password is saved.')).toBeVisible();
    // It may be on its way out by itself, which breaks off this one.
    await old.reload().catch(() => undefined);
    await expect(old).toHaveURL(/\/login/);
    await old.context().close();

    await logIn(page, person);
    await expect(alertOn(page)).toContainText('do not belong together');
    await logIn(page, { ...person, password: 'correct-horse-2' });
    await expect(page.getByRole('button', { name: 'Account' })).toContainText(person.name);
    await resend.mailTo(person.email, /was changed/);

    await page.goto(link);
    await choose(page, 'correct-horse-3');
    await expect(alertOn(page)).toContainText('This link has been used');
    await page.getByRole('link', { name: 'Send a new one' }).click();
    await expect(page.getByRole('button', { name: 'Send the link' })).toBeVisible();
  });

  test('waits for a new link when the first one is too old', async ({
    page,
    resend,
    confirm,
    database,
  }) => {
    const { email } = await confirm();
    await askForReset(page, email);
    const link = linkOf(await resend.mailTo(email, /^Choose a new/));
    await database.letResetsExpire();
    await database.letWaitsEnd();
    await page.goto(link);
    await choose(page, 'correct-horse-2');
    await expect(alertOn(page)).toContainText('is too old');
    await page.getByRole('link', { name: 'Send a new one' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.goto(linkOf(await resend.mailTo(email, /^Choose a new/, 2)));
    await choose(page, 'correct-horse-2');
    await expect(page.getByText('Your new password is saved.')).toBeVisible();
  });

  test('looks the same for an address that nobody has', async ({ page, resend, confirm }) => {
    const known = await confirm();
    const unknown = newPerson();
    const seen: string[] = [];
    for (const { email } of [unknown, known]) {
      await askForReset(page, email);
      await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
      const shown = await page.getByRole('main').ariaSnapshot();
      seen.push(shown.replaceAll(email, 'the address').replace(/in \d:\d\d/, 'soon'));
    }
    expect(seen[0]).toBe(seen[1]);
    await resend.mailTo(known.email, /^Choose a new/);
    expect(resend.mailsTo(unknown.email)).toEqual([]);
  });

  test('cannot be asked for without end', async ({ page }) => {
    const { email } = newPerson();
    for (let asked = 0; asked < 3; asked += 1) {
      await askForReset(page, email);
      await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
    }
    await page.getByRole('button', { name: 'Other address' }).click();
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(alertOn(page)).toHaveText(/^Too many tries/);
  });
});

for (const [look, options] of [
  ['in the dark', { colorScheme: 'dark' }],
  ['in the light, 360 pixels wide', { viewport: { width: 360, height: 740 } }],
] as const) {
  test.describe(look, () => {
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing on the way through, and nothing scrolls sideways', async ({
      page,
      resend,
    }) => {
      const person = newPerson();
      const heading = page.getByRole('heading', { level: 1 });
      const look = async (title: string) => {
        await expect(heading).toHaveText(title);
        await expectAccessible(page, title);
        expect(await overflow(page), title).toBe(0);
      };
      const read = async (subject: RegExp) => {
        const mail = await resend.mailTo(person.email, subject);
        await page.goto('about:blank');
        // Mail programs show a mail inside a page of their own.
        await page.setContent(`<main>${mail.html}</main>`);
        await look(mail.subject);
        return linkOf(mail);
      };

      await signUpOn(page, person);
      await look('Look into your mail');
      await page.goto('/login');
      await logIn(page, person);
      await expect(alertOn(page)).toBeVisible();
      await look('Log in');
      await page.goto('/verify-email?error=INVALID_TOKEN');
      await look('This link does not work');
      await page.goto(await read(/^Confirm/));
      await look('Your address is confirmed');

      await askForReset(page, person.email);
      await look('Look into your mail');
      const link = await read(/^Choose a new/);
      await page.goto(link);
      await look('Choose a new password');
      await choose(page, 'correct-horse-2');
      await look('Log in');
      await page.goto(link);
      await choose(page, 'correct-horse-2');
      await expect(alertOn(page)).toBeVisible();
      await look('Choose a new password');
      await read(/was changed/);
    });
  });
}
