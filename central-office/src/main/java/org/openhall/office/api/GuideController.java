package org.openhall.office.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Guides pushed by other systems; what each address takes and answers is in the description. */
@RestController
class GuideController {
  /** Bytes of a body. */
  static final int LONGEST = 8 << 20;

  private static final int LONGEST_KEY = 100;

  private final PushTable pushes;
  private final SourceVersions versions;
  private final MessageSource words;

  GuideController(PushTable pushes, SourceVersions versions, MessageSource words) {
    this.pushes = pushes;
    this.versions = versions;
    this.words = words;
  }

  @PostMapping("/api/v1/guides")
  ResponseEntity<String> push(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request)
      throws IOException, SQLException {
    ApiToken token = ApiGate.token(request);
    if (!token.scopes().contains(Scope.GUIDES_PUSH)) {
      return problem(Problem.of(Problem.Kind.NOT_IN_SCOPE, Scope.GUIDES_PUSH.code()), request);
    } else if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      return problem(Problem.of(Problem.Kind.KEY_MISSING, LONGEST_KEY), request);
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      return problem(Problem.of(Problem.Kind.TOO_LONG, LONGEST >> 20), request);
    }
    return switch (pushes.push(token, key, body)) {
      case PushTable.Answer.Pushed(int status, String json) ->
          ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(json);
      case PushTable.Answer.Refused(Problem problem) -> problem(problem, request);
    };
  }

  @GetMapping("/api/v1/pushes/{id}")
  ResponseEntity<String> push(@PathVariable long id, HttpServletRequest request) {
    return answer(pushes.find(ApiGate.token(request), id), request);
  }

  @GetMapping("/api/v1/guides")
  ResponseEntity<String> guide(@RequestParam String key, HttpServletRequest request) {
    return answer(
        versions.of(ApiGate.token(request).source(), key).map(GuideController::json), request);
  }

  private static String json(SourceVersions.Version version) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("key", version.key()).put("recordId", version.recordId());
    json.put("revision", version.revision()).put("sourceSha256", version.sha256());
    json.put("pushedAt", version.pushedAt().toString());
    json.put("isEqual", version.standing() == SourceVersions.Standing.EQUAL);
    json.put("standing", version.standing().name().toLowerCase(java.util.Locale.ROOT));
    if (version.since() != null) {
      json.put("since", version.since());
    }
    return json.toString();
  }

  private ResponseEntity<String> answer(Optional<String> found, HttpServletRequest request) {
    if (!ApiGate.token(request).scopes().contains(Scope.GUIDES_READ)) {
      return problem(Problem.of(Problem.Kind.NOT_IN_SCOPE, Scope.GUIDES_READ.code()), request);
    }
    return found
        .map(json -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json))
        .orElseGet(() -> problem(Problem.of(Problem.Kind.NOT_FOUND), request));
  }

  private ResponseEntity<String> problem(Problem problem, HttpServletRequest request) {
    return ResponseEntity.status(problem.kind().status())
        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
        .body(problem.json(words, ApiGate.language(request)));
  }
}
