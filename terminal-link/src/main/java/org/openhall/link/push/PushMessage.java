package org.openhall.link.push;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.openhall.link.Json;

/**
 * One event of the office's push. The list is closed: what another version adds is passed over, and
 * reaches the terminal at its next look.
 */
public sealed interface PushMessage {
  /** Bytes that the data of an event may have. */
  int LARGEST = 64 * 1024;

  /** Files that one message may carry. */
  int MOST_FILES = 8;

  /** Seconds over which terminals may be asked to spread their calls. */
  int LONGEST_SPREAD = 600;

  /** Files of the repository, whole. What is not among them is asked for on the usual way. */
  List<PushedFile> files();

  /** The list of withdrawals and emergency notices has changed. */
  record Emergency(List<PushedFile> files) implements PushMessage {
    public Emergency {
      files = bounded(files);
    }
  }

  /**
   * The repository has changed otherwise, or this is how it stands when the line opens.
   *
   * @param spreadSeconds over how long terminals are to spread their calls, 0 to {@link
   *     #LONGEST_SPREAD}: only the office knows how many they are
   */
  record Release(List<PushedFile> files, int spreadSeconds) implements PushMessage {
    public Release {
      files = bounded(files);
      if (spreadSeconds < 0 || spreadSeconds > LONGEST_SPREAD) {
        throw new IllegalArgumentException("no time to spread over");
      }
    }
  }

  private static List<PushedFile> bounded(List<PushedFile> files) {
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw new IllegalArgumentException("not between one file and " + MOST_FILES);
    }
    return List.copyOf(files);
  }

  /** The name of the event. */
  default String event() {
    return switch (this) {
      case Emergency _ -> "emergency";
      case Release _ -> "release";
    };
  }

  /** The data of the event: one line. */
  default byte[] toJson() {
    return Json.write(this);
  }

  /** Whether it may be sent. */
  default boolean fits() {
    return toJson().length <= LARGEST;
  }

  /** Reads an event; empty where it is none that this version knows, or too long. */
  static Optional<PushMessage> read(String event, String data) {
    byte[] json = data.getBytes(StandardCharsets.UTF_8);
    if (json.length > LARGEST) {
      return Optional.empty();
    }
    return switch (event) {
      case "emergency" -> Json.read(json, Emergency.class).map(message -> message);
      case "release" -> Json.read(json, Release.class).map(message -> message);
      default -> Optional.empty();
    };
  }
}
