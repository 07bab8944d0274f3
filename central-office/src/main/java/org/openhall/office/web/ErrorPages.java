package org.openhall.office.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.database.OfficeName;
import org.openhall.office.desk.DeskGate;
import org.openhall.office.desk.DeskRules;
import org.openhall.office.desk.DeskView;
import org.openhall.office.people.DeskSession;
import org.openhall.office.people.Person;
import org.openhall.office.text.OfficeTime;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is answered where nothing else is: a page that says what to do next at the desk and to
 * browsers, a problem (RFC 9457) to other systems, and to terminals the status alone. What went
 * wrong inside is for the office's log.
 */
@Controller
class ErrorPages implements ErrorController {
  private static final String DESK = "/desk";
  private static final List<Integer> KNOWN = List.of(403, 404, 405, 413, 429, 500);

  private final OfficeName name;
  private final Clock clock;

  ErrorPages(OfficeParts parts, Clock clock) {
    this.name = parts.name();
    this.clock = clock;
  }

  @RequestMapping("/error")
  Object answer(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    HttpStatus status = status(request);
    String path = path(request);
    if (path.startsWith("/api/")) {
      return problem(status);
    }
    boolean atDesk = path.equals(DESK) || path.startsWith(DESK + "/");
    boolean byBrowser =
        String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE);
    return atDesk || byBrowser
        ? page(status, atDesk, request)
        : ResponseEntity.status(status).build();
  }

  private ModelAndView page(HttpStatus status, boolean atDesk, HttpServletRequest request) {
    Map<String, Object> model =
        Map.of(
            "desk", view(request, atDesk),
            "status", status.value(),
            "kind", KNOWN.contains(status.value()) ? status.value() : 0,
            "at", OfficeTime.minute(clock.instant()));
    return new ModelAndView(atDesk ? "desk/error" : "error", model, status);
  }

  private static ResponseEntity<Object> problem(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "type", "about:blank",
                "title", status.getReasonPhrase(),
                "status", status.value()));
  }

  /** Somebody who types this address themselves finds nothing here. */
  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
        : HttpStatus.NOT_FOUND;
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        ? path
        : "";
  }

  private DeskView view(HttpServletRequest request, boolean atDesk) {
    Optional<DeskSession> session = DeskGate.session(request).filter(_ -> atDesk);
    Optional<Person> person =
        session.filter(s -> s.stage() == DeskSession.Stage.WHOLE).map(DeskSession::person);
    return new DeskView(
        officeName(),
        person.orElse(null),
        person.map(DeskRules::menu).orElse(List.of()),
        path(request),
        session.map(DeskSession::csrf).orElse(""));
  }

  /** The page is there also while the database is not. */
  private String officeName() {
    try {
      return name.get();
    } catch (DataAccessException e) {
      return "";
    }
  }
}
