package org.openhall.repository.metadata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Names as parts of an address or a file name (RFC 3986 §2): one name, one form. */
public final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentEncoding() {}

  /** A name as one segment: also {@code /} is encoded. */
  public static String segment(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.toHexDigits(octet));
      }
    }
    return encoded.toString();
  }

  /** A name as a path: {@code /} divides its segments. */
  public static String path(String name) {
    return Arrays.stream(name.split("/", -1))
        .map(PercentEncoding::segment)
        .collect(Collectors.joining("/"));
  }
}
