package org.openhall.kiosk.devices;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.device.SelfTest;
import org.openhall.link.Json;

/** What may be asked of the devices of a terminal: the whole list. An empty key means all. */
sealed interface DeviceRequest {

  /** Longest a card may be waited for, a watch or a recording may take. */
  int MOST_SECONDS = 300;

  /** Most lines of a print. */
  int MOST_LINES = 300;

  /** How the devices are. */
  record Status(String key) implements DeviceRequest {}

  /** What happens at them for so long; 0 for as long as somebody listens. */
  record Watch(String key, int seconds) implements DeviceRequest {}

  /** Test one. */
  record Test(String key, SelfTest level) implements DeviceRequest {}

  /** Read a card at one reader, and tell of it what is masked; without a key at the first one. */
  record ReadCard(String key, int seconds) implements DeviceRequest {}

  /** Print lines of text. */
  record Print(List<String> lines) implements DeviceRequest {
    public Print {
      lines = List.copyOf(lines);
    }
  }

  /** What went over the line of one, up to so many seconds from now. */
  record Trace(String key, int seconds) implements DeviceRequest {}

  /** The request as a line. */
  default byte[] toJson() {
    return Message.write(getClass().getSimpleName().toLowerCase(Locale.ROOT), (Record) this);
  }

  /** Reads a request; empty where it is none that this version knows. */
  static Optional<DeviceRequest> read(byte[] json) {
    return Message.read(json)
        .flatMap(tree ->
            switch (Message.name(tree)) {
              case "status" -> Json.read(tree, Status.class);
              case "watch" -> Json.read(tree, Watch.class);
              case "test" -> Json.read(tree, Test.class);
              case "readcard" -> Json.read(tree, ReadCard.class);
              case "print" -> Json.read(tree, Print.class);
              case "trace" -> Json.read(tree, Trace.class);
              default -> Optional.empty();
            });
  }
}
