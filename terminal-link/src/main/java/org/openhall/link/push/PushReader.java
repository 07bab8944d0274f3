package org.openhall.link.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes events from the line, and never more of it into memory than one may have. */
public final class PushReader {
  private static final int LONGEST_LINE = PushMessage.LARGEST + 16;

  private final InputStream in;
  private final byte[] buffer = new byte[4_096];
  private int from; // of the bytes in the buffer that are not read yet
  private int to;

  /**
   * @param in the line, from its first byte on
   */
  public PushReader(InputStream in) {
    this.in = in;
  }

  /** What came. */
  public sealed interface Heard {}

  /** An event. */
  public record Message(PushMessage message) implements Heard {}

  /** A sign of life, or an event that this version does not know. */
  public record Beat() implements Heard {}

  /** What no office of ours sends; nothing after it is worth reading. */
  public record Strange(String why) implements Heard {}

  /** The other side has closed the line. */
  public record End() implements Heard {}

  /** Waits for the next event or sign of life. */
  public Heard next() throws IOException {
    String event = "";
    Optional<String> data = Optional.empty();
    while (true) {
      Optional<String> read = line();
      if (read.isEmpty()) {
        return new End();
      }
      String line = read.get();
      if (line.length() > LONGEST_LINE) {
        return new Strange("a line of more than " + LONGEST_LINE + " bytes");
      } else if (line.startsWith("event:")) {
        event = value(line);
      } else if (line.startsWith("data:") && data.isPresent()) {
        return new Strange("an event with more than one line of data");
      } else if (line.startsWith("data:")) {
        data = Optional.of(value(line));
      } else if (line.isEmpty()) {
        return heard(event, data);
      }
    }
  }

  private static Heard heard(String event, Optional<String> data) {
    boolean known = event.equals("emergency") || event.equals("release");
    if (!known || data.isEmpty()) {
      return new Beat();
    }
    return PushMessage.read(event, data.get())
        .<Heard>map(Message::new)
        .orElseGet(() -> new Strange("an event that is not readable"));
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  /** Empty at the end; of a line that is too long one byte more than it may have. */
  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() <= LONGEST_LINE) {
      if (from == to && !fill()) {
        return Optional.empty();
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, Math.min(end - from, LONGEST_LINE + 1 - line.size()));
      from = end;
      if (end < to) {
        from++;
        break;
      }
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }
}
