package org.openhall.office.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends whoever asks for the desk without TLS to the port that has it. */
@Component
@Order(RepositoryMemory.BEHIND_THE_GATE + 1)
class DeskRedirect extends OncePerRequestFilter {
  private final SecurePort port;
  private final OfficeServer.Place place;

  DeskRedirect(SecurePort port, OfficeServer.Place place) {
    this.port = port;
    this.place = place;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return request.isSecure() || !(path.equals("/desk") || path.startsWith("/desk/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.sendRedirect(
        "https://" + host(request) + ":" + port.port() + request.getServletPath());
  }

  /** As it was asked, where that is a name of this machine: nobody is sent elsewhere. */
  private String host(HttpServletRequest request) {
    String asked = request.getServerName();
    return place.hosts().contains(asked)
        ? asked
        : place.hosts().stream().sorted().findFirst().orElse(place.address());
  }
}
