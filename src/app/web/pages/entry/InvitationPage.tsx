import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { lookUpInvitation } from "#ecosystem/people/contract.ts";
import { call } from "#ui/api/call.ts";
import { ProblemError } from "#ui/api/problem.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { AuthLayout } from "#ui/shell/AuthLayout.tsx";
import { secretInAddress } from "./fragment.ts";
import { GoneInvitation } from "./GoneInvitation.tsx";
import { OpenInvitation } from "./OpenInvitation.tsx";

/** Where the link of an invitation leads. */
export function InvitationPage() {
  const { t } = useLingui();
  const [token] = useState(secretInAddress);
  const lookUp = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => call(lookUpInvitation, { body: { token } }),
    enabled: token !== "",
    retry: false,
    refetchOnWindowFocus: false,
  });

  if (token === "" || isGone(lookUp.error)) return <GoneInvitation />;
  if (lookUp.data) return <OpenInvitation token={token} invitation={lookUp.data} />;
  return (
    <AuthLayout title={t`Your invitation`} lead={lookUp.error ? undefined : <Trans>Looking it up…</Trans>}>
      {lookUp.error instanceof ProblemError ? (
        <ErrorState problem={lookUp.error} retry={() => void lookUp.refetch()} inline />
      ) : (
        <TextSkeleton />
      )}
    </AuthLayout>
  );
}

function isGone(error: Error | null): boolean {
  return error instanceof ProblemError && error.type === "invitation-gone";
}
