package org.openhall.link;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The office's answer to an accepted request.
 *
 * @param terminalId opaque, 1–64 characters
 * @param rootJsonBase64 the root metadata, byte for byte
 * @param channels which parts of a release the terminal takes
 * @param office its name, for people
 */
public record EnrolmentReply(
    String terminalId, String rootJsonBase64, List<String> channels, String office) {

  public EnrolmentReply {
    Objects.requireNonNull(terminalId, "terminalId");
    Objects.requireNonNull(rootJsonBase64, "rootJsonBase64");
    Objects.requireNonNull(office, "office");
    channels = List.copyOf(channels);
  }

  public static EnrolmentReply of(
      String terminalId, byte[] rootJson, List<String> channels, String office) {
    return new EnrolmentReply(
        terminalId, Base64.getEncoder().encodeToString(rootJson), channels, office);
  }

  /** Reads the JSON body; empty where it is none. */
  public static Optional<EnrolmentReply> fromJson(byte[] json) {
    return Json.read(json, EnrolmentReply.class);
  }

  /** The root metadata; empty where the field is not base 64. */
  public Optional<byte[]> rootJson() {
    try {
      return Optional.of(Base64.getDecoder().decode(rootJsonBase64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
