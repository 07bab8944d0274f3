package org.openhall.agent.enrol;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.openhall.agent.text.Sentence;

/** Says how far this terminal's clock is from the office's, and which way. */
final class ClockWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private ClockWords() {}

  static Sentence say(Instant own, Instant office, URI address) {
    Duration apart = Duration.between(office, own);
    String key = apart.isNegative() ? "enrol.clock-behind" : "enrol.clock-ahead";
    Duration far = apart.abs().plusSeconds(30); // to the nearest minute
    String hours = "%d:%02d".formatted(far.toHours(), far.toMinutesPart());
    return Sentence.of(key, time(own), time(office), address, hours);
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
