package org.openhall.office.web;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.openhall.link.credential.Certificates;

/**
 * Lets everybody into the handshake who holds the key of a terminal's certificate of this office.
 * Its dates are left to {@link TerminalGate}, which also knows who is locked out: there a terminal
 * gets a reason, here it would get a broken line.
 */
final class TerminalTrust extends X509ExtendedTrustManager {
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  private final X509Certificate authority;

  TerminalTrust(X509Certificate authority) {
    this.authority = authority;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    X509Certificate shown = chain[0];
    List<String> purposes = shown.getExtendedKeyUsage();
    if (!Certificates.isIssuedBy(shown, authority)
        || purposes == null
        || !purposes.contains(CLIENT)) {
      throw new CertificateException("not a terminal of this office");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("the office calls nobody");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority};
  }
}
