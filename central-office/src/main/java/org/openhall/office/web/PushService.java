package org.openhall.office.web;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.openhall.office.push.PushHub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The push in the running server: its address, and the thread that looks for news. */
@Configuration(proxyBeanMethods = false)
class PushService implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(PushService.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int LOOKS_A_SECOND = 5;

  private final PushHub hub;
  private final Thread thread = Thread.ofPlatform().name("push").daemon().unstarted(this::follow);

  PushService(OfficeParts parts) {
    hub = new PushHub(parts.repositoryDir(), parts.terminals()::lockedOutSince, System::nanoTime);
  }

  @Bean
  ServletRegistrationBean<PushServlet> pushAddress() {
    var address = new ServletRegistrationBean<>(new PushServlet(hub), PushServlet.ADDRESS);
    address.setAsyncSupported(true);
    return address;
  }

  @Override
  public void start() {
    thread.start();
  }

  /** Before the server waits for open requests to end: these never would. */
  @Override
  public void stop() {
    thread.interrupt();
    hub.close();
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void follow() {
    for (long looks = 0; !Thread.currentThread().isInterrupted(); looks++) {
      try {
        step(looks);
      } catch (RuntimeException e) {
        // The outermost loop of this thread: a mistake here must not end the push for good.
        LOG.error("The push failed and goes on", e);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private void step(long looks) {
    Clock clock = Clock.systemUTC();
    hub.look(clock.instant());
    if (looks % LOOKS_A_SECOND == 0) {
      hub.cutOff(clock.instant());
      hub.beat();
    }
  }
}
