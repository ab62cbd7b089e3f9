import { Trans, useLingui } from "@lingui/react/macro";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { AuthLayout } from "#ui/shell/AuthLayout.tsx";

/** A link that opens nothing any more, and what to do about it. */
export function GoneInvitation() {
  const { t } = useLingui();
  return (
    <AuthLayout title={t`This invitation is no longer open`}>
      <p>
        <Trans>
          A link works once and for seven days, and whoever sent it can take it back. If you have used it
          already, you have your access: sign in.
        </Trans>
      </p>
      <p>
        <Trans>
          Otherwise ask whoever invited you for a new one, and make sure that the whole link arrived.
        </Trans>
      </p>
      <Acts>
        <ActButton act={{ label: t`Go to the sign-in`, to: "/" }} fullWidth />
      </Acts>
    </AuthLayout>
  );
}
