package org.openhall.agent.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Words;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The agent as a service, until it is told to stop. */
public final class Daemon {
  private Daemon() {}

  /**
   * How to run.
   *
   * @param every distance of the runs, 1 s and up
   * @param lines what terminal.properties says of them
   * @param port for health on the loopback interface, 0 for none
   * @param words the language of log and status
   */
  public record Settings(
      Terminal terminal, Duration every, AgentSettings lines, int port, Words words) {}

  /**
   * Starts the service and returns; SIGTERM ends it after the run it is in.
   *
   * @param lock kept as long as the service lives, and closed after its last run
   */
  public static ConfigurableApplicationContext start(Settings settings, InstanceLock lock)
      throws IOException {
    RunsFile.putAsideIfDamaged(runs(settings));
    boolean web = settings.port() > 0;
    return new SpringApplicationBuilder(DaemonConfiguration.class)
        .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(properties(settings))
        .initializers(context -> register((GenericApplicationContext) context, settings, lock))
        .run();
  }

  /** The lock comes first, so that it is closed last. */
  private static void register(
      GenericApplicationContext context, Settings settings, InstanceLock lock) {
    context.registerBean(InstanceLock.class, () -> lock);
    context.registerBean(Settings.class, () -> settings);
  }

  private static Path runs(Settings settings) {
    return settings.terminal().data().resolve("agent.db");
  }

  private static Map<String, Object> properties(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.main.keep-alive", "true");
    properties.put("spring.jmx.enabled", "false");
    properties.put("spring.datasource.url", "jdbc:sqlite:" + runs(settings));
    properties.put("spring.datasource.hikari.maximum-pool-size", "1");
    properties.put("spring.flyway.locations", "classpath:db/agent");
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", Integer.toString(settings.port()));
    properties.put("server.tomcat.basedir", settings.terminal().data().resolve("tmp").toString());
    properties.put("server.tomcat.threads.max", "4");
    properties.put("management.endpoints.web.exposure.include", "health");
    properties.put("management.health.diskspace.path", settings.terminal().data().toString());
    properties.put("management.endpoint.health.show-details", "always");
    return properties;
  }
}
