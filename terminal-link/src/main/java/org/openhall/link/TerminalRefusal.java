package org.openhall.link;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Objects;
import java.util.Optional;

/** The office's answer to a terminal that it does not serve, beside a status of 4xx. */
public record TerminalRefusal(Reason reason) {

  public TerminalRefusal {
    Objects.requireNonNull(reason, "reason");
  }

  /** Why. */
  public enum Reason {
    /** It showed no certificate, or came over the line without TLS. */
    NO_CERTIFICATE,
    /** This office has not issued the certificate, or has forgotten it. */
    UNKNOWN_CERTIFICATE,
    /** The certificate is past its time, and past the time within which it is renewed. */
    EXPIRED_CERTIFICATE,
    /** The office has locked the terminal out. */
    REVOKED,
    /** The request is not readable. */
    MALFORMED_REQUEST,
    /** A reason of a newer office that this program does not know. */
    @JsonEnumDefaultValue
    OTHER
  }

  /** The JSON body. */
  public byte[] toJson() {
    return Json.write(this);
  }

  /** Reads the JSON body; empty where it is none. */
  public static Optional<TerminalRefusal> fromJson(byte[] json) {
    return Json.read(json, TerminalRefusal.class);
  }
}
