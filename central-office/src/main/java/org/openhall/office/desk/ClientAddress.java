package org.openhall.office.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.office.settings.OfficeProperties;

/**
 * From where somebody asks: the address of the connection, or, of a proxy that {@code
 * trusted-proxies} names, the last one that it wrote and that is no such proxy. What anybody else
 * writes into that header is not looked at.
 */
public final class ClientAddress {
  private static final String HEADER = "X-Forwarded-For";
  private static final int NETWORK = 8;

  private final Set<InetAddress> proxies;

  private ClientAddress(Set<InetAddress> proxies) {
    this.proxies = proxies;
  }

  /** By what the office's file says; refuses what is no address. */
  public static ClientAddress by(OfficeProperties settings) throws IOException {
    List<String> said =
        settings.get(OfficeProperties.TRUSTED_PROXIES).stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .toList();
    Set<InetAddress> proxies =
        said.stream().flatMap(text -> literal(text).stream()).collect(Collectors.toSet());
    if (said.stream().anyMatch(text -> literal(text).isEmpty())) {
      throw settings.bad(OfficeProperties.TRUSTED_PROXIES);
    }
    return new ClientAddress(proxies);
  }

  /** The address, without a name; of IPv6 its network of 64 bits, which is one household's. */
  public String of(HttpServletRequest request) {
    List<String> written = Collections.list(request.getHeaders(HEADER));
    return of(request.getRemoteAddr(), String.join(",", written));
  }

  String of(String asked, String forwarded) {
    List<String> hops = Arrays.asList(forwarded.split(",", -1));
    Optional<InetAddress> address = literal(asked);
    for (String hop : hops.reversed()) {
      Optional<InetAddress> before = literal(hop.strip());
      if (address.filter(proxies::contains).isEmpty() || before.isEmpty()) {
        break;
      }
      address = before;
    }
    return address.map(ClientAddress::shown).orElse(asked);
  }

  private static String shown(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK), 16);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an address", e);
    }
  }

  /** An address as digits; a name is none, and asks no name server. */
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
