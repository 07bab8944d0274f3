package org.openhall.office.web;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.openhall.office.api.ApiWiring;
import org.openhall.office.authority.ServerNames;
import org.openhall.office.desk.DeskWiring;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The running server. */
public final class OfficeServer implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private OfficeServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Where to listen and work.
   *
   * @param address an address of this machine
   * @param port without TLS, for the signed repository and the page; 0 for any free one
   * @param tlsPort with TLS, for terminals; 0 for any free one
   * @param hosts names and addresses by which terminals call this machine
   * @param workDir for the web server's own files
   */
  public record Place(String address, int port, int tlsPort, Set<String> hosts, Path workDir) {
    public Place {
      hosts = Set.copyOf(hosts);
    }
  }

  /**
   * Starts the server; it is ready when this returns.
   *
   * @throws org.openhall.office.settings.BadSettingException what {@code office.properties} says of
   *     it cannot be meant so
   */
  public static StartOutcome start(OfficeParts parts, Place place) throws IOException {
    MetricsToken.of(parts.database().folder()); // said now, in words, not by a server that breaks
    for (int port : new int[] {place.port(), place.tlsPort()}) {
      Optional<StartOutcome> obstacle = probe(place.address(), port);
      if (obstacle.isPresent()) {
        return obstacle.get();
      }
    }
    return new StartOutcome.Started(new OfficeServer(run(parts, place)));
  }

  private static Optional<StartOutcome> probe(String address, int port) throws IOException {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      probe.setReuseAddress(true);
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(new StartOutcome.AddressRefused(address, port, e.toString()));
    } catch (BindException e) {
      return Optional.of(
          isInUse(e)
              ? new StartOutcome.PortInUse(address, port)
              : new StartOutcome.AddressRefused(address, port, e.toString()));
    }
  }

  private static boolean isInUse(BindException e) {
    return String.valueOf(e.getMessage()).contains("in use");
  }

  private static ConfigurableApplicationContext run(OfficeParts parts, Place place) {
    return new SpringApplicationBuilder(Wiring.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .initializers(context -> {
          context.getBeanFactory().registerSingleton("officeParts", parts);
          parts.forDesk().forEach(context.getBeanFactory()::registerSingleton);
          context.getBeanFactory().registerSingleton("place", place);
          context.getBeanFactory().registerSingleton("serverNames", new ServerNames(place.hosts()));
        })
        .run(
            "--server.address=" + place.address(),
            "--server.port=" + place.port(),
            "--server.tomcat.basedir=" + place.workDir(),
            // one that waits for its turn, or for a bucket, keeps none of the others
            "--spring.task.scheduling.pool.size=8",
            // no address carries a session: it would stand in logs and bookmarks
            "--server.servlet.session.tracking-modes=cookie",
            "--server.servlet.session.cookie.secure=true",
            "--server.servlet.session.cookie.http-only=true",
            "--server.servlet.session.cookie.same-site=strict",
            // whoever is signed in is told in words that a file is too long, up to this length
            "--spring.servlet.multipart.max-file-size=-1",
            "--spring.servlet.multipart.max-request-size=256MB");
  }

  /** The port with TLS. */
  public int tlsPort() {
    return securePort().port();
  }

  SecurePort securePort() {
    return context.getBean(SecurePort.class);
  }

  /** The port without TLS. */
  public int port() {
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      return web.getWebServer().getPort();
    }
    throw new IllegalStateException("not a web server");
  }

  @Override
  public void close() {
    context.close();
  }

  /**
   * The database is opened and migrated before the server starts, by the same code as in commands.
   */
  @SpringBootConfiguration
  @EnableAutoConfiguration(
      exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  @Import({
    RepositoryFiles.class,
    RepositoryMemory.class,
    RepositoryFollowing.class,
    EnrolController.class,
    EventController.class,
    SecurePort.class,
    TerminalController.class,
    PushService.class,
    TerminalGate.class,
    StatusController.class,
    MetricsController.class,
    StartPage.class,
    ErrorPages.class,
    TimestampRenewal.class,
    EventTidying.class,
    SecurityHeaders.class,
    ReadableParameters.class,
    DeskRedirect.class,
    DeskWiring.class,
    ApiWiring.class
  })
  static class Wiring {}
}
