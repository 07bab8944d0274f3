package org.openhall.agent.daemon;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.openhall.agent.daemon.Daemon.Settings;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.push.PushListener;
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

  @Bean
  Membership membership(Settings settings) throws IOException {
    Terminal terminal = settings.terminal();
    return Membership.of(terminal.data(), terminal.identity(), Clock.systemUTC()).orElseThrow();
  }

  @Bean
  SyncJob syncJob(Settings settings, Membership membership) {
    return new SyncJob(
        settings.terminal(), membership.repository(), Clock.systemUTC(), SyncWatch.NONE);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SyncLoop syncLoop(Settings settings, SyncJob job, Membership membership, JdbcClient database) {
    Clock clock = Clock.systemUTC();
    return new SyncLoop(
        new SyncRun(job, membership, settings.words(), clock)::run,
        new SyncRunLog(database),
        new Schedule(settings.every(), new SecureRandom()),
        settings.words(),
        clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  PushListener pushListener(Settings settings, SyncJob job, Membership membership, SyncLoop loop) {
    return new PushListener(
        new PushListener.Parts(
            settings.terminal(),
            membership,
            job.push(),
            loop::wake,
            settings.words(),
            Clock.systemUTC(),
            new SecureRandom(),
            wait -> LockSupport.parkNanos(wait.toNanos())));
  }

  @Bean
  SyncHealth syncHealthIndicator(SyncLoop loop, Settings settings) {
    return new SyncHealth(loop, settings.words());
  }
}
