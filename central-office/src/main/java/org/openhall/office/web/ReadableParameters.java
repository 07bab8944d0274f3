package org.openhall.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no text holds, the character 0, before anything asks the database about it:
 * PostgreSQL takes it for an error, and nobody types it.
 */
@Component
@Order(RepositoryMemory.BEHIND_THE_GATE + 2)
class ReadableParameters extends OncePerRequestFilter {
  private static final char NUL = 0;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isReadable =
        request.getParameterMap().values().stream()
            .flatMap(Arrays::stream)
            .allMatch(value -> value.indexOf(NUL) < 0);
    if (isReadable) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }
}
