/** What the sign-in answered: in, refused, or something that is nobody's mistake. */
export type SignInAnswer = "in" | "refused" | "too-many" | "unreachable";

/** Asks the server to begin a session. */
export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  try {
    const response = await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    if (response.ok) return "in";
    if (response.status === 429) return "too-many";
    return response.status >= 500 ? "unreachable" : "refused";
  } catch {
    return "unreachable";
  }
}
