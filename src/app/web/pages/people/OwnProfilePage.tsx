import { ProfilePage } from "#ecosystem/people/web/ProfilePage.tsx";
import { PasswordSection } from "./PasswordSection.tsx";

/** One's own profile, and the password that goes with the sign-in. */
export function OwnProfilePage() {
  return (
    <ProfilePage>
      <PasswordSection />
    </ProfilePage>
  );
}
