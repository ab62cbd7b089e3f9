import { Button, PasswordInput, TextInput } from "@mantine/core";
import { AuthLayout } from "../shell/AuthLayout.tsx";

export function PublicPage() {
  return (
    <AuthLayout
      title="Accept the invitation"
      lead="Northwind Instruments invites you to work with them as Alpine Systems."
      foot="Was this not for you? Then close this page; nothing happens."
    >
      <form style={{ display: "flex", flexDirection: "column", gap: 16 }}>
        <TextInput label="Your name" autoComplete="name" />
        <PasswordInput
          label="Choose a password"
          autoComplete="new-password"
          description="At least 10 characters."
          error="Use at least 10 characters."
        />
        <Button fullWidth>Accept</Button>
      </form>
    </AuthLayout>
  );
}
