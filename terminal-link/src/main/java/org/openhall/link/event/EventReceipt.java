package org.openhall.link.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The office's word on each event of a batch. Whatever it names as kept is on the office's disk.
 */
public record EventReceipt(List<Line> lines) {
  public EventReceipt {
    lines = List.copyOf(lines);
  }

  /**
   * One event.
   *
   * @param reason why it was refused, or null
   */
  public record Line(String id, Verdict verdict, @Nullable Reason reason) {
    public Line {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(verdict, "verdict");
    }

    public static Line accepted(String id) {
      return new Line(id, Verdict.ACCEPTED, null);
    }

    public static Line duplicate(String id) {
      return new Line(id, Verdict.DUPLICATE, null);
    }

    public static Line refused(String id, Reason reason) {
      return new Line(id, Verdict.REFUSED, reason);
    }

    /** Whether the terminal may forget it. */
    public boolean isKept() {
      return verdict == Verdict.ACCEPTED || verdict == Verdict.DUPLICATE;
    }
  }

  /** What became of an event. */
  public enum Verdict {
    /** It is kept, and counted now. */
    ACCEPTED,
    /** It was kept before. */
    DUPLICATE,
    /** It will not be taken, however often it is sent. */
    REFUSED,
    /** Said by a newer office. */
    @JsonEnumDefaultValue
    OTHER
  }

  /** Why an event was refused. */
  public enum Reason {
    /** No type of the office's list: the office is older than the terminal. */
    UNKNOWN_TYPE,
    /** Not written as its type is. */
    MALFORMED,
    /** Said by a newer office. */
    @JsonEnumDefaultValue
    OTHER
  }
}
