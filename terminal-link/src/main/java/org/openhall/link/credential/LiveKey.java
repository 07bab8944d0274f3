package org.openhall.link.credential;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows one credential in every handshake, on either side of the line. It can be replaced while
 * connections are open: new handshakes show the new one, those under way end with the old.
 */
public final class LiveKey extends X509ExtendedKeyManager {
  private static final String CURVE = "EC";

  private volatile Credential current;
  private volatile Credential previous;

  public LiveKey(Credential credential) {
    this.current = credential;
    this.previous = credential;
  }

  /** What is shown now. */
  public Credential credential() {
    return current;
  }

  /** Shows another from now on. */
  public synchronized void replace(Credential credential) {
    previous = current;
    current = credential;
  }

  private static String alias(Credential credential) {
    return credential.certificate().getSerialNumber().toString();
  }

  private Optional<Credential> named(String alias) {
    return Stream.of(current, previous).filter(c -> alias(c).equals(alias)).findFirst();
  }

  private @Nullable String forTypes(String... keyTypes) {
    return Arrays.asList(keyTypes).contains(CURVE) ? alias(current) : null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return forTypes(keyTypes);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return forTypes(keyTypes);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return forTypes(keyType);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return forTypes(keyType);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return getServerAliases(keyType, issuers);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    String alias = forTypes(keyType);
    return alias == null ? new String[0] : new String[] {alias};
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return named(alias)
        .map(c -> new X509Certificate[] {c.certificate(), c.authority()})
        .orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return named(alias).map(Credential::key).orElse(null);
  }
}
