package org.openhall.link;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Objects;
import java.util.Optional;

/** The office's answer to a request that it refuses, beside a status of 4xx. */
public record EnrolmentRefusal(Reason reason) {

  public EnrolmentRefusal {
    Objects.requireNonNull(reason, "reason");
  }

  /** Why. */
  public enum Reason {
    /** No such token was ever issued here. */
    UNKNOWN_TOKEN,
    /** A terminal has joined with it already. */
    USED_TOKEN,
    /** Its time is over. */
    EXPIRED_TOKEN,
    /** The office took it back. */
    CANCELLED_TOKEN,
    /** The request is not readable, or its public key or its signature is none. */
    MALFORMED_REQUEST,
    /** It came over the line without TLS, where a token does not belong. */
    NOT_OVER_TLS,
    /** A reason of a newer office that this program does not know. */
    @JsonEnumDefaultValue
    OTHER
  }

  /** The JSON body. */
  public byte[] toJson() {
    return Json.write(this);
  }

  /** Reads the JSON body; empty where it is none. */
  public static Optional<EnrolmentRefusal> fromJson(byte[] json) {
    return Json.read(json, EnrolmentRefusal.class);
  }
}
