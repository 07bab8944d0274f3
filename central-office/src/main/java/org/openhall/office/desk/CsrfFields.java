package org.openhall.office.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhall.office.people.DeskSession;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Puts the session's token into every form that a template writes with {@code th:action}. */
final class CsrfFields implements RequestDataValueProcessor {

  @Override
  public String processAction(HttpServletRequest request, String action, String method) {
    return action;
  }

  @Override
  public String processFormFieldValue(
      HttpServletRequest request, @Nullable String name, String value, String type) {
    return value;
  }

  @Override
  public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
    return DeskGate.session(request)
        .map(DeskSession::csrf)
        .map(token -> Map.of(DeskGate.CSRF_FIELD, token))
        .orElse(Map.of());
  }

  @Override
  public String processUrl(HttpServletRequest request, String url) {
    return url;
  }
}
