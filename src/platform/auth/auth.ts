import { createHmac, timingSafeEqual } from "node:crypto";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type pg from "pg";
import { newId } from "../ids.ts";
import { derive } from "./secret.ts";

export interface AuthOptions {
  /** Connections whose search path is the schema `auth`. */
  pool: pg.Pool;
  secret: string;
  /** Signs in over https only, with the stricter cookie that allows. */
  secureCookies: boolean;
}

export interface Auth {
  /** Serves `/api/auth/*`. */
  mount(server: FastifyInstance): void;
  /** The session token that a request's cookies carry, when we signed it; null otherwise. */
  sessionToken(headers: Headers): string | null;
}

const cookiePrefix = "hanse";
const callerAddressHeader = "x-hanse-caller";
const sessionSeconds = 7 * 24 * 3600;
export const minPasswordLength = 10;

/** E-mail and password sign-in. Who may do what is not decided here: a session only says which person it is. */
export function createAuth(options: AuthOptions): Auth {
  const secret = derive(options.secret, "sessions").toString("base64url");
  const settings: BetterAuthOptions = {
    database: options.pool,
    secret,
    basePath: "/api/auth",
    baseURL: "http://localhost",
    trustedOrigins: (request) => (request === undefined ? [] : ownOrigins(request)),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength, maxPasswordLength: 128 },
    session: { expiresIn: sessionSeconds, updateAge: 24 * 3600 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: 60, max: 60 } },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: options.secureCookies,
      // Not sent to where stored files are handed out.
      defaultCookieAttributes: { path: "/api" },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [callerAddressHeader] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  };
  const auth = betterAuth(settings);
  const cookieName = `${options.secureCookies ? "__Secure-" : ""}${cookiePrefix}.session_token`;

  return {
    mount(server) {
      server.route({
        method: ["GET", "POST"],
        url: "/api/auth/*",
        schema: { hide: true },
        handler: async (request, reply) => {
          const response = await auth.handler(toWebRequest(request));
          void reply.code(response.status);
          for (const [name, value] of response.headers) {
            if (name !== "set-cookie") void reply.header(name, value);
          }
          for (const value of response.headers.getSetCookie()) void reply.header("set-cookie", value);
          return reply.send(await response.text());
        },
      });
    },
    sessionToken: (headers) => readSigned(headers.get("cookie") ?? "", cookieName, secret),
  };
}

/** The caller's address comes from us alone; what the request claims about it is dropped. */
function toWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== "content-length" && !name.startsWith(":")) {
      headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
  }
  headers.set(callerAddressHeader, request.ip);
  const body = request.body === undefined || request.body === null ? undefined : JSON.stringify(request.body);
  return new Request(`${request.protocol}://${request.host}${request.url}`, {
    method: request.method,
    headers,
    ...(request.method === "GET" ? {} : { body: body ?? "{}" }),
  });
}

function ownOrigins(request: Request): string[] {
  const host = request.headers.get("host");
  return host === null ? [] : [`http://${host}`, `https://${host}`];
}

/** A cookie is `token.signature`, the signature being the token's HMAC-SHA256 in base64. */
function readSigned(cookies: string, name: string, secret: string): string | null {
  const found = cookies
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`));
  if (found === undefined) return null;
  const value = decode(found.slice(name.length + 1));
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
