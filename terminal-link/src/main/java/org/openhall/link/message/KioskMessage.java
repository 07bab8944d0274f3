package org.openhall.link.message;

import java.util.Objects;
import java.util.Optional;
import org.openhall.link.Json;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventType;

/** What the kiosk asks of the agent: the whole list. */
public sealed interface KioskMessage {

  /**
   * Hand a question in, unless the office has it, and say what the office answers. It is the same
   * question however often it is asked.
   *
   * @param question of the type {@link EventType#QUESTION}
   */
  record Ask(EventMessage question) implements KioskMessage {
    public Ask {
      if (!question.type().equals(EventType.QUESTION.word()) || question.read().isEmpty()) {
        throw new IllegalArgumentException("not a question");
      }
    }
  }

  /** Look for new content now. */
  record SyncNow() implements KioskMessage {}

  /** Sign a report of this terminal with its key. */
  record Sign(AcceptanceReport report) implements KioskMessage {
    public Sign {
      Objects.requireNonNull(report, "report");
    }
  }

  /**
   * A step by which somebody at the screen has this terminal join an office.
   *
   * @param office its address as typed; may be empty
   * @param token the one-time token as typed; may be empty
   */
  record Enrol(Step step, String office, String token) implements KioskMessage {
    public Enrol {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(office, "office");
      Objects.requireNonNull(token, "token");
    }

    /** Never shows the token. */
    @Override
    public String toString() {
      return "Enrol[" + step + " " + office + "]";
    }
  }

  /** What is to be done. */
  enum Step {
    /**
     * Say how the terminal stands, and look at what joining needs; of the office too where told.
     */
    LOOK,
    /** Ask the office what it is to be trusted by. */
    MEET,
    /** Join; without office and token, go on where it was broken off. */
    JOIN,
    /** Forget what was broken off. */
    FORGET
  }

  /** The message with its name before it. */
  default byte[] toJson() {
    return new Named(name(), Json.tree(this)).toJson();
  }

  private String name() {
    return switch (this) {
      case Ask _ -> "ask";
      case SyncNow _ -> "sync-now";
      case Sign _ -> "sign";
      case Enrol _ -> "enrol";
    };
  }

  /** Reads a message; empty where it is none that this version knows. */
  static Optional<KioskMessage> read(byte[] json) {
    return Json.read(json, Named.class)
        .flatMap(named ->
            switch (named.name()) {
              case "ask" -> Json.read(named.message(), Ask.class);
              case "sync-now" -> Json.read(named.message(), SyncNow.class);
              case "sign" -> Json.read(named.message(), Sign.class);
              case "enrol" -> Json.read(named.message(), Enrol.class);
              default -> Optional.empty();
            });
  }
}
