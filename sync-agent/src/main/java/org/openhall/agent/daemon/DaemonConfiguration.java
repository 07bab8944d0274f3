package org.openhall.agent.daemon;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.openhall.agent.daemon.Daemon.Settings;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The few parts of the service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DaemonConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  SyncLoop syncLoop(Settings settings, JdbcClient database) throws IOException {
    Clock clock = Clock.systemUTC();
    Terminal terminal = settings.terminal();
    Membership membership =
        Membership.of(terminal.data(), terminal.identity(), clock).orElseThrow();
    SyncJob job = new SyncJob(terminal, membership.repository(), clock, SyncWatch.NONE);
    return new SyncLoop(
        new SyncRun(job, membership, settings.words(), clock)::run,
        new SyncRunLog(database),
        new Schedule(settings.every(), new SecureRandom()),
        settings.words(),
        clock);
  }

  @Bean
  SyncHealth syncHealthIndicator(SyncLoop loop, Settings settings) {
    return new SyncHealth(loop, settings.words());
  }
}
