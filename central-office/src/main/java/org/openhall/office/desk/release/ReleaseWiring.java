package org.openhall.office.desk.release;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of releases. */
@Configuration(proxyBeanMethods = false)
@Import({
  Preparing.class,
  Publishing.class,
  ReleasePress.class,
  ReleaseRoom.class,
  PackingRoom.class,
  PlanTime.class,
  PlanRoom.class,
  ReleaseCards.class,
  ReleasePages.class,
  PackingPages.class,
  PublishPages.class,
  WaitingFiles.class,
  PlanClock.class
})
public class ReleaseWiring {}
