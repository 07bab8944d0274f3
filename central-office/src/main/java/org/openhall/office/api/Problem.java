package org.openhall.office.api;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a request is not done, as other systems are told it (RFC 9457).
 *
 * @param kind what is wrong
 * @param arguments put into the sentence
 * @param faults where in the body, for bodies that are refused
 */
public record Problem(Kind kind, List<Object> arguments, List<Fault> faults) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    arguments = List.copyOf(arguments);
    faults = List.copyOf(faults);
  }

  /**
   * One thing wrong in a body.
   *
   * @param pointer where (RFC 6901), as a URI fragment
   * @param detail what
   */
  public record Fault(String pointer, String detail) {}

  /** The closed list; their words are in the bundles under {@code api.problem.<code>}. */
  public enum Kind {
    NO_TOKEN(401),
    NOT_IN_SCOPE(403),
    NOT_SECURE(403),
    NOT_FOUND(404),
    KEY_MISSING(400),
    MALFORMED(400),
    TOO_LONG(413),
    IN_PROGRESS(409),
    KEY_REUSED(422),
    NOT_VALID(422),
    TOO_MANY(429);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The status of the answer. */
    public int status() {
      return status;
    }

    /** Its name in message keys and in its type, e.g. {@code key-reused}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Problem of(Kind kind, Object... arguments) {
    return new Problem(kind, List.of(arguments), List.of());
  }

  /** In the words of a language. */
  String json(MessageSource words, Locale locale) {
    String key = "api.problem." + kind.code();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("type", "urn:openhall:problem:" + kind.code());
    json.put("title", words.getMessage(key, new Object[0], locale));
    json.put("status", kind.status());
    json.put("detail", words.getMessage(key + ".detail", arguments.toArray(), locale));
    if (!faults.isEmpty()) {
      var errors = json.putArray("errors");
      faults.forEach(fault ->
          errors.addObject().put("pointer", fault.pointer()).put("detail", fault.detail()));
    }
    return json.toString();
  }
}
