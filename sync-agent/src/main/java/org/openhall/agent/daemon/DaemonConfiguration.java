package org.openhall.agent.daemon;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.openhall.agent.daemon.Daemon.Settings;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.kiosklink.KioskLink;
import org.openhall.agent.kiosklink.Signer;
import org.openhall.agent.push.PushListener;
import org.openhall.agent.spool.SpoolUpload;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.repository.storage.Storage;
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
    return Membership.of(
            terminal.data(), terminal.identity(), Clock.systemUTC(), settings.lines().line())
        .orElseThrow();
  }

  @Bean
  Urgency urgency(Settings settings) {
    return new Urgency(settings.lines().hours(), Clock.systemUTC());
  }

  @Bean
  SyncJob syncJob(Settings settings, Membership membership, Urgency urgency) {
    return new SyncJob(
        settings.terminal(),
        settings.lines().sources(membership),
        Clock.systemUTC(),
        SyncWatch.NONE,
        urgency);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SyncLoop syncLoop(
      Settings settings, SyncRun run, Urgency urgency, JdbcClient database, SpoolUpload events) {
    SyncLoop loop =
        new SyncLoop(
            run::runBy,
            new SyncRunLog(database),
            new Schedule(settings.every(), new SecureRandom()),
            settings.words(),
            Clock.systemUTC());
    urgency.giveWayWhen(loop::isPressing);
    loop.afterEachRun(events::runAndSay);
    return loop;
  }

  @Bean
  SpoolUpload spoolUpload(Settings settings, Membership membership) {
    return new SpoolUpload(settings.terminal().data(), membership.line(), settings.words());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  KioskLink kioskLink(Settings settings, Membership membership, SyncLoop loop) {
    return new KioskLink(
        settings.terminal().data(),
        membership.line(),
        new Signer(
            settings.terminal().identity().terminalId(),
            membership::credential,
            new IdentityFolder(settings.terminal().data(), Storage.durable()),
            Clock.systemUTC()),
        loop::wake,
        settings.words());
  }

  @Bean
  SyncRun syncRun(Settings settings, SyncJob job, Membership membership) {
    return new SyncRun(job, membership, settings.words(), Clock.systemUTC());
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
