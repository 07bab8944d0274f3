package org.openhall.office.enrol;

import java.util.List;
import org.openhall.link.Base64Bytes;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;

/** What a terminal that has joined is told, over the line and on a stick alike. */
public final class EnrolmentAnswer {
  private static final List<String> CHANNELS = List.of("city");

  private EnrolmentAnswer() {}

  public static EnrolmentReply of(
      EnrolOutcome.Enrolled enrolled, TrustAnchors anchors, String office) {
    return new EnrolmentReply(
        enrolled.terminalId(),
        anchors,
        Base64Bytes.of(Certificates.encode(enrolled.certificate())),
        CHANNELS,
        office);
  }
}
