package org.openhall.link;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The office's answer to an accepted request, over the line or on a stick.
 *
 * @param terminalId opaque, 1–64 characters
 * @param anchors what the terminal trusts from now on
 * @param certificate the terminal's certificate, DER
 * @param channels which parts of a release the terminal takes
 * @param office its name, for people
 */
public record EnrolmentReply(
    String terminalId,
    TrustAnchors anchors,
    Base64Bytes certificate,
    List<String> channels,
    String office) {

  public EnrolmentReply {
    Objects.requireNonNull(terminalId, "terminalId");
    Objects.requireNonNull(anchors, "anchors");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(office, "office");
    channels = List.copyOf(channels);
  }

  /** The JSON body. */
  public byte[] toJson() {
    return Json.write(this);
  }

  /** Reads the JSON body; empty where it is none. */
  public static Optional<EnrolmentReply> fromJson(byte[] json) {
    return Json.read(json, EnrolmentReply.class);
  }
}
