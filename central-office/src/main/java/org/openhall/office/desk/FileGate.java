package org.openhall.office.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.Sessions;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before everything on both ports: the server lays the parts of a multipart body on its disk before
 * it looks for the page, so a body of that kind passes from who may upload to where they do it, and
 * nowhere else.
 */
final class FileGate extends OncePerRequestFilter {
  /** Where a file is brought, and where one is attached to a draft. */
  private static final Pattern UPLOAD =
      Pattern.compile("/desk/upload|/desk/records/edit/[0-9]{1,18}/[A-Za-z0-9._-]{1,64}/file");

  private final Sessions sessions;

  FileGate(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** Refused without the error page: the way to that one would read the body after all. */
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isUpload(request) && mayUpload(request)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static boolean isUpload(HttpServletRequest request) {
    return request.isSecure()
        && request.getMethod().equals("POST")
        && UPLOAD.matcher(request.getServletPath()).matches();
  }

  private boolean mayUpload(HttpServletRequest request) {
    return DeskGate.token(request)
        .flatMap(sessions::find)
        .filter(session -> session.stage() == DeskSession.Stage.WHOLE)
        .filter(session -> DeskRules.lets(session.person(), request.getServletPath()))
        .isPresent();
  }
}
