package org.openhall.office.web;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.openhall.link.credential.LiveKey;

/** TLS of the server as Tomcat takes it: its key may be replaced while it runs. */
final class TlsContext implements org.apache.tomcat.util.net.SSLContext {
  private final SSLContext context;
  private final LiveKey key;
  private final X509Certificate authority;

  TlsContext(LiveKey key, X509Certificate authority) {
    this.key = key;
    this.authority = authority;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {key}, new TrustManager[] {new TerminalTrust(authority)}, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  @Override
  public void init(
      KeyManager @Nullable [] keys,
      TrustManager @Nullable [] trust,
      @Nullable SecureRandom random) {
    // made ready by the constructor
  }

  @Override
  public void destroy() {
    // holds nothing
  }

  @Override
  public SSLSessionContext getServerSessionContext() {
    return context.getServerSessionContext();
  }

  @Override
  public SSLEngine createSSLEngine() {
    return context.createSSLEngine();
  }

  @Override
  public SSLServerSocketFactory getServerSocketFactory() {
    return context.getServerSocketFactory();
  }

  @Override
  public SSLParameters getSupportedSSLParameters() {
    return context.getSupportedSSLParameters();
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return key.getCertificateChain(alias);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority};
  }
}
