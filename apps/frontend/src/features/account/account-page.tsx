import { ConnectedAppsSection } from './connected-apps-section';
import { DataSection } from './data-section';
import { DeleteSection } from './delete-section';
import { FeedSection } from './feed-section';
import { PasswordSection } from './password-section';
import { ProfileSection } from './profile-section';
import { RemindersSection } from './reminders-section';
import { SessionsSection } from './sessions-section';
import { TokensSection } from './tokens-section';

interface Props {
  passwordLength: { min: number; max: number };
}

/** Everything that belongs to a person rather than to a task. */
export function AccountPage({ passwordLength }: Props) {
  return (
    <>
      <header className="mb-6 md:mb-8">
        <h1 className="text-xl font-semibold tracking-tight">Account</h1>
        <p className="mt-0.5 text-muted">You, your devices and your data</p>
      </header>
      <ProfileSection />
      <PasswordSection passwordLength={passwordLength} />
      <SessionsSection />
      <ConnectedAppsSection />
      <TokensSection />
      <RemindersSection />
      <FeedSection />
      <DataSection />
      <DeleteSection />
    </>
  );
}
