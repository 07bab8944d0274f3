package org.openhall.content.codec;

/** Bytes that are not a release manifest; the message names the field and the fault. */
public final class MalformedManifestException extends Exception {
  MalformedManifestException(String message) {
    super(message);
  }
}
