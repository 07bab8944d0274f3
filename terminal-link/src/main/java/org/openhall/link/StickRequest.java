package org.openhall.link;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal without a line writes on a stick, and where request and answer lie there: in
 * {@code openhall-enrolment/}, several terminals beside one another.
 *
 * @param signingRequest PKCS#10 (RFC 2986), DER
 * @param hallName where the terminal stands, or null
 */
public record StickRequest(Base64Bytes signingRequest, @Nullable String hallName) {
  private static final String FOLDER = "openhall-enrolment";
  private static final String REQUEST = ".request.json";
  private static final String ANSWER = ".answer.json";
  private static final int NAME = 8;

  /** The folder on a stick. */
  public static Path folder(Path stick) {
    return stick.resolve(FOLDER);
  }

  /** The request of the terminal whose public key has this fingerprint. */
  public static JsonFile<StickRequest> requestFile(Path stick, Fingerprint key) {
    return new JsonFile<>(folder(stick), name(key) + REQUEST, StickRequest.class);
  }

  /** The answer to it. */
  public static JsonFile<EnrolmentReply> answerFile(Path stick, Fingerprint key) {
    return new JsonFile<>(folder(stick), name(key) + ANSWER, EnrolmentReply.class);
  }

  /** Whether a file in the folder is called like a request. */
  public static boolean isRequest(Path file) {
    return file.getFileName().toString().endsWith(REQUEST);
  }

  private static String name(Fingerprint key) {
    return key.digits().substring(0, NAME);
  }
}
