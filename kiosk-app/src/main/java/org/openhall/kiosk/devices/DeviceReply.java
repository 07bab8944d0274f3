package org.openhall.kiosk.devices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.device.DeviceHealth;
import org.openhall.device.Prompt;
import org.openhall.device.SelfTestOutcome.Finding;
import org.openhall.link.Json;

/** What is answered: the whole list. Nothing of a person is in it that is not masked. */
sealed interface DeviceReply {

  /** How the devices are. */
  record Status(List<Shown> devices) implements DeviceReply {
    public Status {
      devices = List.copyOf(devices);
    }
  }

  /**
   * How one device is.
   *
   * @param counters of all its life
   */
  record Shown(
      String key,
      String driver,
      String kind,
      String model,
      String life,
      DeviceHealth health,
      String media,
      String sense,
      Map<String, String> supplies,
      Map<String, Long> counters,
      Map<String, String> facts) {}

  /**
   * Something happened.
   *
   * @param what the kind of event, e.g. {@code HealthChanged}
   * @param about what it says in a word or two, e.g. {@code UNAVAILABLE PAPER_OUT}
   */
  record Event(String key, long sequence, Instant at, String what, String about)
      implements DeviceReply {}

  /** A person is to do something; the command waits. */
  record Asked(Prompt prompt) implements DeviceReply {}

  /** A self test has ended. */
  record Tested(String outcome, List<Finding> findings) implements DeviceReply {
    public Tested {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A reading has ended; the card was erased.
   *
   * @param name masked; empty where no card was read, or where it tells no holder
   * @param number of its holder, masked; empty as {@code name}
   * @param cardNumber of a social-security card, masked; else empty
   */
  record Card(String outcome, String kind, String name, String number, String cardNumber)
      implements DeviceReply {}

  /**
   * A print has ended.
   *
   * @param reason why not, or empty
   */
  record Printed(String outcome, String reason) implements DeviceReply {}

  /** A trace in the form of its file. */
  record Traced(String text) implements DeviceReply {}

  /** A trace was played; each command of it with the outcome of then and of now. */
  record Played(List<Replayed> commands) implements DeviceReply {
    public Played {
      commands = List.copyOf(commands);
    }
  }

  /** One command of a trace. */
  record Replayed(String command, String then, String now) {}

  /** It cannot be done. */
  record Refused(Reason reason, String about) implements DeviceReply {}

  /** Why something cannot be done. */
  enum Reason {
    NO_SUCH_DEVICE,
    NO_READER,
    NO_PRINTER,
    /** A citizen is at the terminal. */
    VISIT,
    /** A number or a text is out of its bounds. */
    OUT_OF_BOUNDS,
    /** The other side is of another version. */
    NOT_UNDERSTOOD
  }

  /** Whether this is what was hoped for; an event or a prompt is. */
  default boolean good() {
    return switch (this) {
      case Status _, Event _, Asked _, Traced _ -> true;
      case Tested(String outcome, List<Finding> _) -> outcome.equals("Passed");
      case Card card -> card.outcome().equals("CardRead");
      case Printed printed -> printed.outcome().equals("Printed");
      case Played played -> played.commands().stream().allMatch(c -> c.then().equals(c.now()));
      case Refused _ -> false;
    };
  }

  /** The reply as a line. */
  default byte[] toJson() {
    return Message.write(getClass().getSimpleName().toLowerCase(Locale.ROOT), (Record) this);
  }

  /** Reads a reply; empty where it is none that this version knows. */
  static Optional<DeviceReply> read(byte[] json) {
    return Message.read(json)
        .flatMap(tree ->
            switch (Message.name(tree)) {
              case "status" -> Json.read(tree, Status.class);
              case "event" -> Json.read(tree, Event.class);
              case "asked" -> Json.read(tree, Asked.class);
              case "tested" -> Json.read(tree, Tested.class);
              case "card" -> Json.read(tree, Card.class);
              case "printed" -> Json.read(tree, Printed.class);
              case "traced" -> Json.read(tree, Traced.class);
              case "played" -> Json.read(tree, Played.class);
              case "refused" -> Json.read(tree, Refused.class);
              default -> Optional.empty();
            });
  }
}
