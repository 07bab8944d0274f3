package org.openhall.device.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;

/**
 * Where a printer is.
 *
 * @param printer as IPP names it, e.g. {@code ipp://192.0.2.9:631/ipp/print}
 * @param http where its messages go (RFC 3510, RFC 7472), e.g. {@code
 *     http://192.0.2.9:631/ipp/print}
 * @param certificate SHA-256 of the only certificate that is trusted, lower-case hexadecimal; empty
 *     for those that the system trusts
 */
record IppAddress(URI printer, URI http, Optional<String> certificate) {

  static final String CERTIFICATE = "certificate";

  private static final int IPP_PORT = 631;

  static IppAddress of(DeviceSettings settings) throws DeviceConfigurationException {
    String example = settings.scheme() + "://192.0.2.9/ipp/print";
    try {
      URI given = new URI(settings.value());
      if (given.getHost() == null
          || given.getUserInfo() != null
          || given.getQuery() != null
          || given.getFragment() != null
          || given.getPort() > 65_535) {
        throw settings.badAddress("names no printer; write for example " + example);
      }
      String http = settings.scheme().equals("ipps") ? "https" : "http";
      return new IppAddress(
          located(given, settings.scheme()), located(given, http), certificate(settings));
    } catch (URISyntaxException e) {
      throw settings.badAddress(
          "is no address (" + e.getReason() + "); write for example " + example);
    }
  }

  private static URI located(URI given, String scheme) throws URISyntaxException {
    int port = given.getPort() < 0 ? IPP_PORT : given.getPort();
    String path = given.getPath().isEmpty() ? "/ipp/print" : given.getPath();
    return new URI(scheme, null, given.getHost(), port, path, null, null);
  }

  private static Optional<String> certificate(DeviceSettings settings)
      throws DeviceConfigurationException {
    String given = settings.option(CERTIFICATE, "");
    String digits = given.replace(":", "").replace(" ", "").toLowerCase(Locale.ROOT);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (!digits.matches("[0-9a-f]{64}")) {
      throw settings.badOption(
          CERTIFICATE, "is no SHA-256 of a certificate; it has 64 hexadecimal digits");
    }
    if (!settings.scheme().equals("ipps")) {
      throw settings.badOption(CERTIFICATE, "says nothing over ipp:; write ipps: to have it asked");
    }
    return Optional.of(digits);
  }
}
