package org.openhall.office.authority;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names and addresses under which terminals call the office. */
public final class Hosts {
  private Hosts() {}

  /**
   * All by which this machine may be called.
   *
   * @param given what the operator said besides: names or addresses
   * @param bind the address that the server listens on; a wildcard stands for all of the machine's
   */
  public static SortedSet<String> of(Collection<String> given, String bind)
      throws UnknownHostException, SocketException {
    SortedSet<String> hosts = new TreeSet<>(List.of("localhost", "127.0.0.1"));
    InetAddress address = InetAddress.getByName(bind);
    if (address.isAnyLocalAddress()) {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(own -> !own.isLinkLocalAddress())
          .forEach(own -> hosts.add(text(own)));
    } else {
      hosts.add(text(address));
    }
    for (String host : given) {
      hosts.add(isAddress(host) ? text(InetAddress.getByName(host)) : host);
    }
    return hosts;
  }

  /** Whether a text is an address rather than a name; asks no name server. */
  static boolean isAddress(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  /** What a certificate names, in the same form. */
  static SortedSet<String> in(X509Certificate certificate) {
    SortedSet<String> hosts = new TreeSet<>();
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) {
        names.forEach(name -> hosts.add(String.valueOf(name.get(1))));
      }
    } catch (CertificateParsingException e) {
      return new TreeSet<>(); // it will be made again
    }
    return hosts;
  }

  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return address instanceof Inet6Address && zone > 0 ? text.substring(0, zone) : text;
  }
}
