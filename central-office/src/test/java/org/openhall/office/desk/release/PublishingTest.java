package org.openhall.office.desk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(120)
class PublishingTest {
  private final BlockingQueue<ILoggingEvent> logged = new LinkedBlockingQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          logged.add(event);
        }
      };
  private final Logger logger = (Logger) LoggerFactory.getLogger(Publishing.class);

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(appender);
  }

  @Test
  void whatBreaksAfterThePageLeftOffWaitingStandsInTheLog() throws InterruptedException {
    Publishing publishing = new Publishing();
    assertTrue(
        publishing.begin(() -> {
          throw new IOException("the store is away");
        }));
    assertEquals("the store is away", logged.take().getThrowableProxy().getMessage());
    assertInstanceOf(Publishing.Broken.class, publishing.state());
  }
}
