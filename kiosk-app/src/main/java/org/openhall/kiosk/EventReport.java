package org.openhall.kiosk;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openhall.device.Device;
import org.openhall.device.DeviceHealth;
import org.openhall.kiosk.desk.PrintState;
import org.openhall.kiosk.journal.Journal;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.kiosk.shell.Destination;
import org.openhall.link.event.Event;
import org.openhall.link.event.UsageKind;

/** Notes in the journal what happens on the terminal, on a thread of its own. */
final class EventReport implements AutoCloseable {
  private static final int LONGEST = 500;

  private final Journal journal;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("journal").daemon().factory());
  private final Map<String, Event> lastOfDevice = new HashMap<>();
  private long release;

  EventReport(Journal journal) {
    this.journal = journal;
  }

  /** Begins with the start of the program; the counts reach the disk once a minute. */
  void start() {
    thread.execute(journal::open);
    var _ = thread.scheduleWithFixedDelay(journal::save, 1, 1, TimeUnit.MINUTES);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
  }

  /** Something was used. */
  void used(UsageKind kind) {
    thread.execute(() -> journal.count(kind));
  }

  /** A page was opened. */
  void opened(Destination destination) {
    kind(destination).ifPresent(this::used);
  }

  /** A visit has ended. */
  void visitEnded() {
    thread.execute(journal::save);
  }

  /** Something was done in the service area. */
  void service(Event event) {
    thread.execute(() -> journal.note(event));
  }

  /** A print has ended. */
  void printed(PrintState end) {
    switch (end) {
      case PrintState.Printed _ -> used(UsageKind.PRINTED);
      case PrintState.NotPrinted _, PrintState.Unknown _ -> used(UsageKind.PRINT_FAILED);
      case PrintState.Idle _, PrintState.Printing _, PrintState.NoPrinter _, PrintState.Busy _ -> {
        // nothing was to come out
      }
    }
  }

  /** Something else is on the screen now. */
  void shown(ContentState state) {
    switch (state) {
      case ContentState.Shown(var info) -> thread.execute(() -> shown(info.number()));
      case ContentState.Damaged(String sentence) -> damaged(0, sentence);
      case ContentState.Opening _, ContentState.Missing _ -> {
        // nothing is shown
      }
    }
  }

  private void shown(long number) {
    if (number != release) {
      release = number;
      journal.note(new Event.ReleaseShown(number));
    }
  }

  /** Part of the content is damaged. */
  void damaged(long number, String sentence) {
    String what = sentence.substring(0, Math.min(LONGEST, sentence.length()));
    thread.execute(() -> journal.note(new Event.ContentTrouble(number, what)));
  }

  /** Notes from now on when a device is otherwise than before. */
  void watch(String name, Device device) {
    var _ = device.onHealth(health -> thread.execute(() -> changed(name, health)));
  }

  private void changed(String name, DeviceHealth health) {
    Event state = new Event.DeviceState(name, kebab(health.state()), kebab(health.detail()));
    if (!state.equals(lastOfDevice.put(name, state))) {
      journal.note(state);
    }
  }

  /** What is under way is written; then the program may end. */
  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
    thread.execute(journal::close);
    awaitEnd(thread);
  }

  private static void awaitEnd(ExecutorService thread) {
    thread.shutdown();
    try {
      var _ = thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<UsageKind> kind(Destination destination) {
    UsageKind kind =
        switch (destination) {
          case Destination.Guide _ -> UsageKind.PAGE_GUIDE;
          case Destination.Entry _ -> UsageKind.PAGE_ENTRY;
          case Destination.NoticePage _ -> UsageKind.PAGE_NOTICE;
          case Destination.DepartmentPage _ -> UsageKind.PAGE_DEPARTMENT;
          case Destination.FormPage _ -> UsageKind.PAGE_FORM;
          case Destination.DisclosureGuidePage _ -> UsageKind.PAGE_DISCLOSURE_GUIDE;
          case Destination.AnnualReportPage _ -> UsageKind.PAGE_ANNUAL_REPORT;
          case Destination.LifeEvent _ -> UsageKind.PAGE_LIFE_EVENT;
          case Destination.FilePage _ -> UsageKind.PAGE_FILE;
          case Destination.Hall _, Destination.Staff _ -> UsageKind.PAGE_HALL;
          default -> null;
        };
    return Optional.ofNullable(kind);
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
