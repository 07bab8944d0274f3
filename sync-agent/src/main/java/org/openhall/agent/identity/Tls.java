package org.openhall.agent.identity;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.openhall.link.credential.LiveKey;

/** How the line to the office proves its ends. */
public final class Tls {
  private static final String OFFICE = "TLSv1.3";

  private Tls() {}

  /**
   * Takes for the office whoever has a server's certificate of this authority, and nobody else.
   *
   * @param key what the terminal shows, or null before it has a certificate
   */
  public static SSLSocketFactory to(X509Certificate authority, @Nullable LiveKey key) {
    try {
      KeyManager[] keys = key == null ? new KeyManager[0] : new KeyManager[] {key};
      return factory(OFFICE, keys, trust(List.of(authority)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** Takes whoever has a server's certificate of one of these authorities; shows nothing. */
  public static SSLSocketFactory toServersOf(List<X509Certificate> authorities) {
    try {
      return factory("TLS", new KeyManager[0], trust(authorities));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static TrustManager[] trust(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      anchors.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    return trust.getTrustManagers();
  }

  /**
   * Takes anybody for the office. Only for asking what it is to be trusted by, where nothing is
   * told and the answer is believed for its fingerprint alone.
   */
  public static SSLSocketFactory unproved() {
    try {
      return factory(OFFICE, new KeyManager[0], new TrustManager[] {new Anybody()});
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static SSLSocketFactory factory(String protocol, KeyManager[] keys, TrustManager[] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance(protocol);
    context.init(keys, trust, null);
    return context.getSocketFactory();
  }

  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
