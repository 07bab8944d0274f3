package org.openhall.link.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  /**
   * How the terminal stands before it joins an office.
   *
   * @param isEnrolled whether it is an office's already
   * @param brokenOff address of the office that it was joining when the power went, or null
   * @param checks what was looked at, in the order in which it matters
   */
  record EnrolLooked(boolean isEnrolled, @Nullable String brokenOff, List<EnrolmentCheck> checks)
      implements AgentMessage {
    public EnrolLooked {
      checks = List.copyOf(checks);
    }
  }

  /**
   * An office whose token fits it; nothing was told to it yet.
   *
   * @param office its address
   * @param trust fingerprint of what it is to be trusted by, in groups
   * @param key fingerprint of this terminal's key, in groups
   */
  record EnrolMet(String office, String trust, String key) implements AgentMessage {
    public EnrolMet {
      Objects.requireNonNull(office, "office");
      Objects.requireNonNull(trust, "trust");
      Objects.requireNonNull(key, "key");
    }
  }

  /** The terminal has joined; the fingerprints are those of {@link EnrolMet}. */
  record EnrolJoined(String terminalId, String officeName, String trust, String key)
      implements AgentMessage {
    public EnrolJoined {
      Objects.requireNonNull(terminalId, "terminalId");
      Objects.requireNonNull(officeName, "officeName");
      Objects.requireNonNull(trust, "trust");
      Objects.requireNonNull(key, "key");
    }
  }

  /**
   * It did not come about.
   *
   * @param words with the next step
   * @param isForAgain whether the same may go well later: the code still holds
   */
  record EnrolTrouble(TwoTongues words, boolean isForAgain) implements AgentMessage {
    public EnrolTrouble {
      Objects.requireNonNull(words, "words");
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
      case EnrolLooked _ -> "enrol-looked";
      case EnrolMet _ -> "enrol-met";
      case EnrolJoined _ -> "enrol-joined";
      case EnrolTrouble _ -> "enrol-trouble";
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
              case "enrol-looked" -> Json.read(named.message(), EnrolLooked.class);
              case "enrol-met" -> Json.read(named.message(), EnrolMet.class);
              case "enrol-joined" -> Json.read(named.message(), EnrolJoined.class);
              case "enrol-trouble" -> Json.read(named.message(), EnrolTrouble.class);
              default -> Optional.empty();
            });
  }
}
