package org.openhall.link;

import org.jspecify.annotations.Nullable;

/**
 * What a terminal posts to {@code /api/enrol}.
 *
 * @param token text of the {@link EnrolmentToken}
 * @param hallName where it stands, as the technician calls it, or null
 */
public record EnrolmentRequest(String token, @Nullable String hallName) {

  /** The JSON body. */
  public byte[] toJson() {
    return Json.write(this);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "EnrolmentRequest[" + hallName + "]";
  }
}
