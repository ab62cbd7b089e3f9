import { type FastifyReply, type FastifyRequest, LogController } from "fastify";

/**
 * One line for a request, when it is answered. It names the route's pattern, not the address: that may hold a token,
 * or tell whom it is about.
 */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: "requestId" });
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const { method } = request;
    const route = request.routeOptions.url ?? "unknown";
    const outcome = { method, route, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) };
    const words = `${method} ${route} ${reply.statusCode}`;
    if (error !== null && error !== undefined) reply.log.error({ ...outcome, err: error }, words);
    // Pages and their parts are read by the dozen.
    else if (route.startsWith("/api/")) reply.log.info(outcome, words);
    else reply.log.debug(outcome, words);
  }
}
