package org.openhall.link.event;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.envelope.Envelope;

/** Something that happened on a terminal. None of them names a person but in an envelope. */
public sealed interface Event {

  /**
   * How much was used within one hour.
   *
   * @param hour its beginning
   * @param counts of what was used at all, each 1 to {@link #MOST}
   */
  record Usage(Instant hour, Map<UsageKind, Long> counts) implements Event {
    /** More than hands can do in an hour; sums of sums stay far below the largest number. */
    public static final long MOST = 1_000_000;

    public Usage {
      Objects.requireNonNull(hour, "hour");
      counts = Map.copyOf(counts);
      if (counts.values().stream().anyMatch(count -> count < 1 || count > MOST)) {
        throw new IllegalArgumentException("a count is 1 to a million");
      }
    }

    /** The same with one more. */
    public Usage with(UsageKind kind) {
      Map<UsageKind, Long> more = new EnumMap<>(UsageKind.class);
      more.putAll(counts);
      more.merge(kind, 1L, (before, one) -> Math.min(MOST, before + one));
      return new Usage(hour, more);
    }
  }

  /**
   * A device is otherwise than before.
   *
   * @param device its name in terminal.properties
   * @param state such as {@code ready}
   * @param detail such as {@code paper-low}; {@code none} where there is nothing to say
   */
  record DeviceState(String device, String state, String detail) implements Event {
    public DeviceState {
      Texts.check(device, "device", Texts.SHORT);
      Texts.check(state, "state", Texts.SHORT);
      Texts.check(detail, "detail", Texts.SHORT);
    }
  }

  /**
   * The kiosk program has started.
   *
   * @param afterCrash whether it did not end by itself the time before: a crash, a power cut
   */
  record KioskStarted(boolean afterCrash) implements Event {}

  /**
   * Content on the terminal is damaged.
   *
   * @param what one sentence, without anything typed by a person
   */
  record ContentTrouble(long release, String what) implements Event {
    public ContentTrouble {
      Texts.check(what, "what", Texts.SENTENCE);
    }
  }

  /** Another release is on the screen. */
  record ReleaseShown(long release) implements Event {}

  /**
   * 好差评: what somebody thinks of a service; nobody knows who.
   *
   * @param recordId of the guide or entry that was rated, or null for the terminal itself
   * @param level 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意
   */
  record Rating(@Nullable String recordId, int level) implements Event {
    public Rating {
      if (recordId != null) {
        Texts.check(recordId, "recordId", Texts.ID);
      }
      if (level < 1 || level > 5) {
        throw new IllegalArgumentException("a level is 1 to 5");
      }
    }
  }

  /**
   * What the terminal had no room to keep.
   *
   * @param counts by type of event
   */
  record Dropped(Map<EventType, Long> counts) implements Event {
    public Dropped {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * Somebody with a technician's or an attendant's PIN did something at the terminal, or somebody
   * tried to. Names no person.
   *
   * @param who {@code technician}, {@code attendant}, or {@code unknown} before the PIN was right
   * @param deed such as {@code entered}, {@code refused}, {@code self-test}
   * @param about such as the name of a device; {@code none} where there is nothing to say
   */
  record Service(String who, String deed, String about) implements Event {
    public Service {
      Texts.check(who, "who", Texts.SHORT);
      Texts.check(deed, "deed", Texts.SHORT);
      Texts.check(about, "about", Texts.SHORT);
    }
  }

  /** The terminal was looked over, and its key signed what was found. */
  record Acceptance(SignedReport report) implements Event {
    public Acceptance {
      Objects.requireNonNull(report, "report");
    }
  }

  /** Something that only the office can read. */
  sealed interface Sealed extends Event {
    Envelope envelope();
  }

  /** 依申请公开: an application for disclosure. */
  record Application(Envelope envelope) implements Sealed {
    public Application {
      Objects.requireNonNull(envelope, "envelope");
    }
  }

  /** A question about a person's own case; the answer is sealed to a key of the visit. */
  record Question(Envelope envelope) implements Sealed {
    public Question {
      Objects.requireNonNull(envelope, "envelope");
    }
  }

  /** A comment, which may name anybody. */
  record Comment(Envelope envelope) implements Sealed {
    public Comment {
      Objects.requireNonNull(envelope, "envelope");
    }
  }
}
