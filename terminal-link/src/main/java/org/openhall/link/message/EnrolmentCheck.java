package org.openhall.link.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Objects;

/** Something that is looked at before a terminal joins an office. */
public record EnrolmentCheck(Item item, State state, TwoTongues words) {
  public EnrolmentCheck {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(words, "words");
  }

  /** What. */
  public enum Item {
    DISK,
    /** Whether this machine has an address on a network. */
    NETWORK,
    /** Whether the office answers. */
    LINE,
    /** This machine's clock by the office's. */
    CLOCK,
    /** Of a newer agent. */
    @JsonEnumDefaultValue
    OTHER
  }

  /** How it is. */
  public enum State {
    WELL,
    WRONG,
    /** It cannot be told yet. */
    @JsonEnumDefaultValue
    OPEN
  }
}
