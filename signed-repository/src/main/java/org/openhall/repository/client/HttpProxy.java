package org.openhall.repository.client;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy through which addresses are reached: {@code CONNECT} for https.
 *
 * @param except hosts that are reached without it: names or addresses, {@code *} at the beginning
 *     or the end standing for anything
 * @param credentials what the proxy is told where it asks
 */
public record HttpProxy(
    String host, int port, List<String> except, Optional<PasswordAuthentication> credentials) {
  public HttpProxy {
    except = List.copyOf(except);
  }

  /** The way to a host. */
  Proxy to(String target) {
    return isExcepted(target)
        ? Proxy.NO_PROXY
        : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port));
  }

  private boolean isExcepted(String target) {
    String name = target.toLowerCase(Locale.ROOT);
    return except.stream().map(e -> e.toLowerCase(Locale.ROOT)).anyMatch(e -> fits(e, name));
  }

  private static boolean fits(String pattern, String name) {
    if (pattern.startsWith("*")) {
      return name.endsWith(pattern.substring(1));
    }
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  /** Nothing secret in it. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
