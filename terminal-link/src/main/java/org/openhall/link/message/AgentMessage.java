package org.openhall.link.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Objects;
import java.util.Optional;
import org.openhall.link.Json;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.envelope.Envelope;

/** What the agent says to a {@link KioskMessage}: the whole list. */
public sealed interface AgentMessage {

  /**
   * The office's answer.
   *
   * @param envelope sealed to the key of the visit that asked
   */
  record Answered(Envelope envelope) implements AgentMessage {
    public Answered {
      Objects.requireNonNull(envelope, "envelope");
    }
  }

  /** The office has the question, and no answer yet. */
  record NotYet() implements AgentMessage {}

  /** The office cannot be asked now; whether it has the question is not known. */
  record NoLine() implements AgentMessage {}

  /** It is of no use to ask again. */
  record Refused(Reason reason) implements AgentMessage {
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The next look for content begins as soon as the one that goes on has ended. */
  record Woken() implements AgentMessage {}

  /** The report that was asked for, signed. */
  record Signed(SignedReport report) implements AgentMessage {
    public Signed {
      Objects.requireNonNull(report, "report");
    }
  }

  /** Why something is refused. */
  enum Reason {
    /** The office does not serve this terminal. */
    LOCKED_OUT,
    /** The office does not take the question. */
    NOT_TAKEN,
    /** The agent does not know the message: it is of another version. */
    NOT_UNDERSTOOD,
    /** Said by a newer agent. */
    @JsonEnumDefaultValue
    OTHER
  }

  /** The message with its name before it. */
  default byte[] toJson() {
    return new Named(name(), Json.tree(this)).toJson();
  }

  private String name() {
    return switch (this) {
      case Answered _ -> "answered";
      case NotYet _ -> "not-yet";
      case NoLine _ -> "no-line";
      case Refused _ -> "refused";
      case Woken _ -> "woken";
      case Signed _ -> "signed";
    };
  }

  /** Reads a message; empty where it is none that this version knows. */
  static Optional<AgentMessage> read(byte[] json) {
    return Json.read(json, Named.class)
        .flatMap(named ->
            switch (named.name()) {
              case "answered" -> Json.read(named.message(), Answered.class);
              case "not-yet" -> Json.read(named.message(), NotYet.class);
              case "no-line" -> Json.read(named.message(), NoLine.class);
              case "refused" -> Json.read(named.message(), Refused.class);
              case "woken" -> Json.read(named.message(), Woken.class);
              case "signed" -> Json.read(named.message(), Signed.class);
              default -> Optional.empty();
            });
  }
}
