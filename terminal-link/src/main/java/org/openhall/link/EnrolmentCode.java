package org.openhall.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * What an office's page shows as a QR symbol for a terminal that is to join: {@code OPENHALL}, the
 * office's address and the token, with a space between. In capitals as far as the address has no
 * path, so that the symbol stays small (ISO/IEC 18004, alphanumeric mode) and a scanner that is a
 * keyboard types nothing that depends on Shift.
 *
 * @param office base address, {@code https}
 */
public record EnrolmentCode(URI office, EnrolmentToken token) {
  private static final String NAME = "OPENHALL";

  /** Characters of the longest that is read. */
  public static final int LONGEST = 400;

  /** The text of the symbol. */
  public String text() {
    String address = office.toString();
    boolean hasPath = office.getRawPath() != null && !office.getRawPath().isEmpty();
    return NAME + " " + (hasPath ? address : address.toUpperCase(Locale.ROOT)) + " " + token.text();
  }

  /** Whether a text is meant to be one, however damaged. */
  public static boolean isMeant(String text) {
    return text.strip().toUpperCase(Locale.ROOT).startsWith(NAME + " ");
  }

  /**
   * Reads the text of a symbol, from a scanner or as somebody wrote it down; empty where it has no
   * such form or no usable address.
   *
   * @throws MalformedTokenException where only the token is damaged
   */
  public static Optional<EnrolmentCode> parse(String text) throws MalformedTokenException {
    String[] parts = text.strip().split("\\s+", 3);
    if (text.length() > LONGEST || parts.length < 3 || !parts[0].equalsIgnoreCase(NAME)) {
      return Optional.empty();
    }
    Optional<URI> office = office(parts[1]);
    return office.isPresent()
        ? Optional.of(new EnrolmentCode(office.get(), EnrolmentToken.parse(parts[2])))
        : Optional.empty();
  }

  /**
   * The address of an office as typed: {@code https://} may be left out; scheme and host in small
   * letters. Empty where it is none, or none with TLS.
   */
  public static Optional<URI> office(String typed) {
    String text = typed.strip();
    if (!text.contains("://")) {
      text = "https://" + text;
    }
    try {
      URI given = new URI(text);
      String host = given.getHost();
      if (!"https".equalsIgnoreCase(given.getScheme())
          || host == null
          || given.getRawUserInfo() != null
          || given.getRawQuery() != null
          || given.getRawFragment() != null
          || given.getPort() == 0
          || given.getPort() > 65_535) {
        return Optional.empty();
      }
      String path = "/".equals(given.getPath()) ? "" : given.getPath();
      return Optional.of(
          new URI("https", null, host.toLowerCase(Locale.ROOT), given.getPort(), path, null, null));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "EnrolmentCode[" + office + "]";
  }
}
