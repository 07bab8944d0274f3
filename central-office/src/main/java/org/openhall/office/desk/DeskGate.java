package org.openhall.office.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.Sessions;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Before every page of the desk: who asks, whether they may, and whether the request comes from a
 * page of ours. It stands before {@code /desk} alone; what terminals ask never comes by.
 */
public final class DeskGate extends OncePerRequestFilter {
  /** The browser sends it over TLS alone, to this machine alone, and shows it to no script. */
  public static final String COOKIE = "__Host-desk";

  /** With every change: as a field of the form, or as a header of what a script sends. */
  public static final String CSRF_FIELD = "_csrf";

  public static final String CSRF_HEADER = "X-CSRF-Token";

  /** Of what a page asks again and again while nobody need be there. */
  private static final String POLL = "X-Poll";

  static final String FIRST = "/desk/sign-in/first";
  private static final String SESSION = DeskGate.class.getName() + ".session";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;

  DeskGate(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The session of whoever asks, if they are signed in. */
  public static Optional<DeskSession> session(HttpServletRequest request) {
    return request.getAttribute(SESSION) instanceof DeskSession session
        ? Optional.of(session)
        : Optional.empty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    boolean asksByItself = request.getHeader(POLL) != null && !changes(request);
    Optional<DeskSession> session =
        token(request).flatMap(asksByItself ? sessions::glance : sessions::find);
    session.ifPresent(found -> request.setAttribute(SESSION, found));
    response.setHeader("Cache-Control", path.startsWith("/desk/files/") ? "no-cache" : "no-store");
    if (changes(request) && !isOurs(request, session)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (DeskRules.isOpen(path)) {
      chain.doFilter(request, response);
    } else if (session.isEmpty()) {
      toSignIn(request, response, "/desk/sign-in");
    } else if (session.get().stage() == DeskSession.Stage.FIRST) {
      toSignIn(request, response, FIRST);
    } else if (DeskRules.lets(session.get().person(), path)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** A part that a script asks for must not become the sign-in page: the script goes there. */
  private static void toSignIn(
      HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", page);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(page);
    }
  }

  private static boolean changes(HttpServletRequest request) {
    return !READING.contains(request.getMethod());
  }

  /** Sent by a page of this very address, and by the session's own. */
  private static boolean isOurs(HttpServletRequest request, Optional<DeskSession> session) {
    String origin = request.getHeader("Origin");
    if (origin == null || !origin.equals("https://" + request.getHeader("Host"))) {
      return false;
    }
    return session.isEmpty() || equal(session.get().csrf(), shown(request));
  }

  private static @Nullable String shown(HttpServletRequest request) {
    String header = request.getHeader(CSRF_HEADER);
    return header != null ? header : request.getParameter(CSRF_FIELD);
  }

  private static boolean equal(String expected, @Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
  }

  /** Gives the browser the token of a session, or takes it back. */
  public static void give(HttpServletResponse response, String token) {
    response.addHeader(
        "Set-Cookie",
        COOKIE
            + "="
            + token
            + "; Path=/; Secure; HttpOnly; SameSite=Strict"
            + (token.isEmpty() ? "; Max-Age=0" : ""));
  }
}
