package org.openhall.office.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before the interface for other systems: TLS, a token that holds, and not too often. */
final class ApiGate extends OncePerRequestFilter {
  private static final String TOKEN = ApiGate.class.getName() + ".token";
  private static final String BEARER = "Bearer ";

  private final ApiTokens tokens;
  private final RateLimit limit;
  private final MessageSource words;

  ApiGate(ApiTokens tokens, RateLimit limit, MessageSource words) {
    this.tokens = tokens;
    this.limit = limit;
    this.words = words;
  }

  /** The bearer's token; only behind this gate. */
  static ApiToken token(HttpServletRequest request) {
    if (request.getAttribute(TOKEN) instanceof ApiToken token) {
      return token;
    }
    throw new IllegalStateException("a request passed by the gate: " + request.getServletPath());
  }

  /** What describes the interface is for everybody. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals("/api/v1") || path.equals("/api/v1/openapi.yaml");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    Optional<ApiToken> token = shown(request).flatMap(tokens::use);
    if (!request.isSecure()) {
      refuse(request, response, Problem.of(Problem.Kind.NOT_SECURE));
    } else if (token.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"openhall\"");
      refuse(request, response, Problem.of(Problem.Kind.NO_TOKEN));
    } else {
      long seconds = limit.seconds(token.get());
      if (seconds > 0) {
        response.setHeader("Retry-After", Long.toString(seconds));
        refuse(request, response, Problem.of(Problem.Kind.TOO_MANY, seconds));
      } else {
        request.setAttribute(TOKEN, token.get());
        chain.doFilter(request, response);
      }
    }
  }

  private static Optional<String> shown(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    response.setStatus(problem.kind().status());
    response.setContentType(Problem.MEDIA_TYPE);
    response
        .getOutputStream()
        .write(problem.json(words, language(request)).getBytes(StandardCharsets.UTF_8));
  }

  /** Chinese, unless somebody asks for English. */
  static Locale language(HttpServletRequest request) {
    String wanted = request.getHeader("Accept-Language");
    return wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("en")
        ? Locale.ENGLISH
        : Locale.SIMPLIFIED_CHINESE;
  }
}
