package org.openhall.content.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What stands at the beginning of a net delta.
 *
 * @param channel name of the channel
 * @param fromDigest {@link StateDigest} of the state that the delta is applied to
 * @param toDigest that of the state which comes of it
 * @param removed ids of the records that are gone, ascending
 */
public record DeltaHead(String channel, String fromDigest, String toDigest, List<String> removed) {
  public DeltaHead {
    removed = List.copyOf(removed);
  }

  byte[] toJson() {
    return Json.write(
        new Members()
            .with("channel", channel)
            .with("from", fromDigest)
            .with("to", toDigest)
            .with("removed", removed)
            .json());
  }

  static DeltaHead fromJson(byte[] json) throws MalformedRecordException {
    Fields f = new Fields(Json.readObject(json), "");
    return new DeltaHead(f.text("channel"), f.text("from"), f.text("to"), readRemoved(f));
  }

  private static List<String> readRemoved(Fields f) throws MalformedRecordException {
    List<String> ids =
        f.optionalValues("removed", Values::text).orElse(List.of()).stream()
            .map(String.class::cast)
            .toList();
    String last = "";
    for (String id : ids) {
      if (!HeaderForm.isId(id) || id.compareTo(last) <= 0) {
        throw f.fault("removed", "must be ids in ascending order");
      }
      last = id;
    }
    return ids;
  }

  /** Whether it is short enough to be written. */
  public boolean fits() {
    long bytes = 200L + channel.getBytes(StandardCharsets.UTF_8).length;
    return bytes + removed.stream().mapToLong(id -> id.length() + 3L).sum()
        <= PackWriter.MAX_RECORD;
  }
}
