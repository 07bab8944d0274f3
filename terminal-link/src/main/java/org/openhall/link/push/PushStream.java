package org.openhall.link.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The line that stays open: server-sent events as in the HTML standard, section 9.2, of which only
 * {@code event}, one {@code data} and comments are used.
 */
public final class PushStream {
  /** Where a terminal asks for it, below the office's address. */
  public static final String PATH = "api/terminal/push";

  public static final String MEDIA_TYPE = "text/event-stream";

  /** After so long without an event the office sends a sign of life. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(25);

  /** A line that is silent for longer is dead. */
  public static final Duration LONGEST_SILENCE = HEARTBEAT.multipliedBy(2);

  private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private PushStream() {}

  /** A message as it goes over the line. */
  public static byte[] frame(PushMessage message) {
    byte[] json = message.toJson();
    byte[] head = "event: %s\ndata: ".formatted(message.event()).getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[head.length + json.length + 2];
    System.arraycopy(head, 0, frame, 0, head.length);
    System.arraycopy(json, 0, frame, head.length, json.length);
    frame[frame.length - 2] = '\n';
    frame[frame.length - 1] = '\n';
    return frame;
  }

  /** The sign of life. */
  public static byte[] beat() {
    return BEAT.clone();
  }
}
