import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { setupState } from "#ecosystem/vendors/contract.ts";
import { SetupForm } from "#ecosystem/vendors/web/SetupForm.tsx";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { AuthLayout } from "#ui/shell/AuthLayout.tsx";
import { secretInAddress } from "./fragment.ts";
import { useEnter } from "./useEnter.ts";

/** The first visit to a new installation: one page that makes the vendor and its first administrator. */
export function SetupPage() {
  const { t } = useLingui();
  const [token] = useState(secretInAddress);
  const state = useEndpoint(setupState, {});
  const enter = useEnter();
  const needed = state.data?.needed !== false;
  return (
    <AuthLayout
      title={needed ? t`Welcome to Hanse` : t`This installation is set up`}
      lead={
        needed ? (
          <Trans>
            Nobody can sign in yet. Say whose programme this is and who looks after it; it takes about two
            minutes.
          </Trans>
        ) : (
          <Trans>It has its administrator. Sign in, or ask them for an invitation.</Trans>
        )
      }
      wide={needed}
    >
      <Loaded query={state}>
        {() =>
          needed ? (
            <SetupForm token={token} onDone={enter} />
          ) : (
            <Acts>
              <ActButton act={{ label: t`Go to the sign-in`, to: "/" }} fullWidth />
            </Acts>
          )
        }
      </Loaded>
    </AuthLayout>
  );
}
