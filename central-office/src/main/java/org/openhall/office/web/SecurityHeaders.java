package org.openhall.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers to take no foreign content, run no script but the desk's own files, and show the
 * pages in no frame.
 */
@Component
@Order(RepositoryMemory.BEHIND_THE_GATE - 2)
class SecurityHeaders extends OncePerRequestFilter {
  private static final String PLAIN =
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'";
  private static final String DESK =
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean desk = path(request).startsWith("/desk");
    response.setHeader("Content-Security-Policy", desk ? DESK : PLAIN);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // without a referrer a browser sends no origin either, by which the desk knows its own forms
    response.setHeader("Referrer-Policy", desk ? "same-origin" : "no-referrer");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    chain.doFilter(request, response);
  }

  /** An answer that became an error page has lost them on the way. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getServletPath();
  }
}
