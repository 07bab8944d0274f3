package org.openhall.office.web;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.openhall.link.credential.LiveKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The second port: TLS 1.3, with a certificate of the office's own authority that is renewed while
 * the server runs, and with terminals' certificates where they are shown.
 */
@Configuration(proxyBeanMethods = false)
class SecurePort {
  /** Lines that stay open for the push, and as many again for everything else. */
  private static final int CONNECTIONS = 20_000;

  /**
   * Between the requests of one look; a line that is kept until the next look costs a terminal's
   * share of memory twice.
   */
  private static final Duration KEPT_ALIVE = Duration.ofSeconds(5);

  /** Bytes; what terminals send and are sent has a few hundred. */
  private static final int HEADERS = 4_096;

  private static final Logger LOG = LoggerFactory.getLogger(SecurePort.class);

  private final OfficeParts parts;
  private final OfficeServer.Place place;
  private final LiveKey key;

  /** A form of a long text with tables has thousands of fields. */
  private static final int MOST_FIELDS = 20_000;

  private static final int LONGEST_FORM = 8 << 20;

  private final Connector connector;

  SecurePort(OfficeParts parts, OfficeServer.Place place) throws IOException {
    this.parts = parts;
    this.place = place;
    this.key = new LiveKey(parts.authority().server(place.hosts()));
    this.connector = connector();
  }

  private Connector connector() throws IOException {
    Http11NioProtocol protocol = new Frugal();
    protocol.setAddress(InetAddress.getByName(place.address()));
    protocol.setPort(place.tlsPort());
    protocol.setSSLEnabled(true);
    protocol.setMaxConnections(CONNECTIONS);
    protocol.setMaxHttpHeaderSize(HEADERS);
    protocol.setKeepAliveTimeout((int) KEPT_ALIVE.toMillis());
    protocol.addSslHostConfig(tls());
    Connector secure = new Connector(protocol);
    secure.setMaxParameterCount(MOST_FIELDS);
    secure.setMaxPartCount(MOST_FIELDS);
    secure.setMaxPostSize(LONGEST_FORM);
    secure.setPort(place.tlsPort());
    secure.setScheme("https");
    secure.setSecure(true);
    return secure;
  }

  /** An open line keeps its buffers for as long as it is open, in each of ten thousand copies. */
  private static final class Frugal extends Http11NioProtocol {
    private static final int ANSWER = 2_048;

    @Override
    public int getDesiredBufferSize() {
      return ANSWER;
    }
  }

  private SSLHostConfig tls() {
    SSLHostConfig config = new SSLHostConfig();
    config.setProtocols("TLSv1.3");
    config.setCertificateVerification("optional");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.EC);
    certificate.setSslContext(new TlsContext(key, parts.authority().certificate()));
    config.addCertificate(certificate);
    return config;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> secureConnector() {
    return factory -> factory.addAdditionalConnectors(connector);
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Looks once a day whether the server's own certificate is due. */
  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.DAYS)
  void renew() {
    try {
      key.replace(parts.authority().server(place.hosts()));
    } catch (IOException e) {
      LOG.error(
          "The server's certificate could not be renewed; it ends {}", key.credential().until(), e);
    }
  }
}
