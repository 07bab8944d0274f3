package org.openhall.kiosk.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.PageDocument;
import org.openhall.device.PagePrinter;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.file.RealFiles;

class PageDeskTest {
  @TempDir Path data;
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final Scripted printer = new Scripted();
  private final PageDesk desk = new PageDesk(5, screen::add);
  private FileShelf files;
  private RealFiles real;

  @BeforeEach
  void open() {
    files = new FileShelf(data, screen::add);
    real = new RealFiles(data);
    desk.connect(printer);
    printer.healthIs(State.READY, Detail.NONE);
    turns(() -> desk.health().get().isPresent());
  }

  @AfterEach
  void close() {
    files.close();
  }

  /** Does what the screen's thread is asked for, until something is so. */
  private void turns(BooleanSupplier until) {
    try {
      while (!until.getAsBoolean()) {
        screen.take().run();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Attachment begun(int pages) throws IOException {
    Attachment file = real.pdf(pages);
    desk.print(files, file, pages);
    assertEquals(new PageState.Preparing(), desk.state().get());
    turns(() -> !(desk.state().get() instanceof PageState.Preparing));
    return file;
  }

  private void ended() {
    turns(() -> !desk.state().get().underWay());
  }

  @Test
  void aFileIsPrintedOnceAndItsPagesAreTold() throws IOException {
    Attachment file = begun(3);
    assertTrue(desk.isOf(file));
    printer.progressed(2);
    turns(() -> desk.state().get() instanceof PageState.Printing now && now.done().isPresent());
    assertEquals(new PageState.Printing(Optional.of(2), 3, Optional.empty()), desk.state().get());
    desk.print(files, file, 3);
    printer.outcome(new PageOutcome.Printed());
    ended();
    assertEquals(new PageState.Ended(new PageOutcome.Printed(), 3), desk.state().get());
    assertEquals(1, printer.printed.size());
  }

  @Test
  void whatThePrinterWaitsForIsTold() throws IOException {
    begun(2);
    printer.healthIs(State.ATTENTION, Detail.PAPER_OUT);
    turns(() -> desk.state().get() instanceof PageState.Printing now && now.holding().isPresent());
    printer.healthIs(State.READY, Detail.NONE);
    turns(() -> desk.state().get() instanceof PageState.Printing now && now.holding().isEmpty());
  }

  @Test
  void aFileThatWasChangedIsNeverSent() throws IOException {
    Attachment file = real.pdf(1);
    Files.write(data.resolve(file.target()), new byte[] {1, 2, 3});
    desk.print(files, file, 1);
    ended();
    assertEquals(new PageState.NotWhole(), desk.state().get());
    assertTrue(printer.printed.isEmpty());
  }

  @Test
  void tooManyPagesAreNotOfferedAndNotPrinted() throws IOException {
    Attachment file = real.pdf(6);
    assertEquals(new PageOffer.TooLong(5), desk.offer(file, 6));
    desk.print(files, file, 6);
    assertEquals(new PageState.Idle(), desk.state().get());
    desk.print(files, file, 1);
    ended();
    assertEquals(new PageState.Idle(), desk.state().get(), "the pages are counted again");
    assertTrue(printer.printed.isEmpty());
  }

  @Test
  void aPrinterThatCannotBeUsedIsNotOffered() throws IOException {
    printer.healthIs(State.UNAVAILABLE, Detail.COVER_OPEN);
    turns(() -> desk.health().get().orElseThrow().detail() == Detail.COVER_OPEN);
    Attachment file = real.pdf(1);
    assertEquals(new PageOffer.Unusable(Detail.COVER_OPEN), desk.offer(file, 1));
    desk.print(files, file, 1);
    assertFalse(desk.state().get().underWay());
  }

  @Test
  void whatWasNotTakenWhenTheVisitEndsIsTakenBack() throws IOException {
    begun(2);
    desk.visitEnded();
    assertTrue(printer.cancelled);
    printer.outcome(new PageOutcome.Cancelled(OptionalInt.of(0)));
    ended();
    assertEquals(new PageState.Idle(), desk.state().get());
  }

  @Test
  void whatIsOnlyBeingReadWhenTheVisitEndsIsNeverSent() throws IOException {
    Attachment file = real.pdf(2);
    desk.print(files, file, 2);
    desk.visitEnded();
    ended();
    assertTrue(printer.printed.isEmpty());
  }

  @Test
  void whatWasTakenGoesOnAndTheNextCitizenHearsOnlyThatItIsBusy() throws IOException {
    Attachment file = begun(2);
    printer.progressed(0);
    turns(() -> desk.state().get() instanceof PageState.Printing now && now.done().isPresent());
    desk.visitEnded();
    assertFalse(printer.cancelled);
    assertFalse(desk.isOf(file));
    assertInstanceOf(PageOffer.Busy.class, desk.offer(file, 2));
    printer.outcome(new PageOutcome.NotPrinted(Detail.PAPER_OUT));
    ended();
    assertEquals(new PageState.Idle(), desk.state().get());
    assertInstanceOf(PageOffer.Ready.class, desk.offer(file, 2));
  }

  @Test
  void theOutcomeOfAVisitIsForgottenWithIt() throws IOException {
    Attachment file = begun(1);
    printer.outcome(new PageOutcome.Printed());
    ended();
    desk.visitEnded();
    assertFalse(desk.isOf(file));
    assertEquals(new PageState.Idle(), desk.state().get());
  }

  /** A printer whose every word a test says. */
  private static final class Scripted implements PagePrinter {
    final List<PageDocument> printed = new ArrayList<>();
    private final List<Consumer<DeviceEvent>> listeners = new ArrayList<>();
    private CompletableFuture<PageOutcome> outcome = new CompletableFuture<>();
    boolean cancelled;

    void healthIs(State state, Detail detail) {
      tell(new DeviceEvent.HealthChanged(new DeviceHealth(state, detail, Instant.EPOCH)));
    }

    void progressed(int done) {
      tell(new DeviceEvent.Progressed(printed.size(), done, 9));
    }

    private void tell(DeviceEvent.What what) {
      listeners.forEach(listener -> listener.accept(new DeviceEvent(1, Instant.EPOCH, what)));
    }

    void outcome(PageOutcome word) {
      outcome.complete(word);
    }

    @Override
    public DeviceCommand<PageOutcome> print(PageDocument document) {
      printed.add(document);
      outcome = new CompletableFuture<>();
      return new DeviceCommand<>() {
        @Override
        public long id() {
          return printed.size();
        }

        @Override
        public CompletionStage<PageOutcome> outcome() {
          return outcome;
        }

        @Override
        public void cancel() {
          cancelled = true;
        }
      };
    }

    @Override
    public DeviceSnapshot snapshot() {
      throw new IllegalStateException("not asked");
    }

    @Override
    public Subscription onEvent(Consumer<DeviceEvent> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    @Override
    public DeviceCommand<SelfTestOutcome> selfTest(SelfTest level) {
      throw new IllegalStateException("not asked");
    }

    @Override
    public void close() {
      listeners.clear();
    }
  }
}
