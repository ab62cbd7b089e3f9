import { PreferencesSection } from "#ecosystem/notices/web/PreferencesSection.tsx";
import { ProfilePage } from "#ecosystem/people/web/ProfilePage.tsx";
import { noticeWords } from "../../noticeWords.ts";
import { PasswordSection } from "./PasswordSection.tsx";

/** One's own profile, what comes by mail, and the password that goes with the sign-in. */
export function OwnProfilePage() {
  return (
    <ProfilePage>
      <PreferencesSection words={noticeWords} />
      <PasswordSection />
    </ProfilePage>
  );
}
