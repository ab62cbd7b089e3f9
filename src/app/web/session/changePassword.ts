/** What changing one's password answered: done, the old one is wrong, the new one is refused, or nobody's mistake. */
export type PasswordAnswer = "done" | "wrong" | "unfit" | "too-many" | "unreachable";

/** Asks the server for another password; every other session of this person ends. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<PasswordAnswer> {
  try {
    const response = await fetch("/api/auth/change-password", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: true }),
    });
    if (response.ok) return "done";
    if (response.status === 429) return "too-many";
    if (response.status >= 500) return "unreachable";
    const { code }: { code?: string } = await response.json();
    return code === "INVALID_PASSWORD" ? "wrong" : "unfit";
  } catch {
    return "unreachable";
  }
}
