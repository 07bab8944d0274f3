package org.openhall.link.status;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How what cannot wait comes to this terminal: {@code status/push.json}. Without the office's push
 * it comes at the agent's next look.
 *
 * @param line how the line stands
 * @param since since when
 * @param lastMessage when the office last pushed something that was taken, or null for never
 * @param trouble one sentence: why the line is not open, or null
 * @param refusal something that was pushed and not taken, or null for none yet
 */
public record PushStatus(
    Line line,
    Instant since,
    @Nullable Instant lastMessage,
    @Nullable String trouble,
    @Nullable Refusal refusal) {

  public PushStatus {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(since, "since");
  }

  /** The line on which the office pushes. */
  public enum Line {
    /** Open, with signs of life. */
    OPEN,
    /** Not there; the agent tries again and again. */
    CLOSED,
    /** Written by a newer agent. */
    @JsonEnumDefaultValue
    OTHER
  }
}
