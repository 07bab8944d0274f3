package org.openhall.kiosk.desk;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.Attachment;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.PagePrinter;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.file.PrintedFile;

/**
 * Prints files on A4, one at a time, and tells what became of each. Nothing is printed twice by
 * itself. What one citizen prints is not told to the next, and what was not begun when a visit ends
 * is never begun. Lives on the screen's thread.
 */
public final class PageDesk {
  /** Pages at once where the configuration says nothing. */
  public static final int USUAL_PAGES = 20;

  private final int mostPages;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<PageState> state =
      new ReadOnlyObjectWrapper<>(new PageState.Idle());
  private final ReadOnlyObjectWrapper<Optional<DeviceHealth>> health =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<PagePrinter> printer = Optional.empty();
  private Optional<DeviceCommand<PageOutcome>> command = Optional.empty();

  /** The hash of the file of this visit; empty for none, or for one of a visit before. */
  private String own = "";

  private boolean wanted;

  /**
   * Works with the terminal's A4 printer, once it is connected.
   *
   * @param mostPages pages at once, 1 and up
   * @param screen runs on the screen's thread
   */
  public PageDesk(int mostPages, Executor screen) {
    this.mostPages = mostPages;
    this.screen = screen;
  }

  /** A printer has been found; the screen starts before its devices. */
  public void connect(PagePrinter found) {
    printer = Optional.of(found);
    var _ = found.onHealth(now -> screen.execute(() -> healthIs(now)));
    var _ = found.onEvent(this::heard);
  }

  /** Whether this terminal has an A4 printer at all. */
  public boolean hasPrinter() {
    return printer.isPresent();
  }

  /** Changes whenever an {@link #offer} may be another. */
  public ReadOnlyObjectProperty<Optional<DeviceHealth>> health() {
    return health.getReadOnlyProperty();
  }

  /** What is known of the print under way, or of the last; whose it is says {@link #isOf}. */
  public ReadOnlyObjectProperty<PageState> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether the state tells of this file, printed in this visit. */
  public boolean isOf(Attachment file) {
    return own.equals(file.sha256());
  }

  /** Whether a file of so many pages can be printed now. */
  public PageOffer offer(Attachment file, int pages) {
    if (pages > mostPages) {
      return new PageOffer.TooLong(mostPages);
    }
    if (file.length() > FileShelf.MOST_PRINTED) {
      return new PageOffer.TooLarge();
    }
    if (state.get().underWay()) {
      return new PageOffer.Busy();
    }
    Optional<DeviceHealth> bad =
        health
            .get()
            .filter(now -> now.state() == State.UNAVAILABLE || now.state() == State.STARTING);
    return bad.<PageOffer>map(now -> new PageOffer.Unusable(now.detail()))
        .orElseGet(PageOffer.Ready::new);
  }

  /** Prints a file, if that is {@link #offer offered}. Returns at once. */
  public void print(FileShelf files, Attachment file, int pages) {
    if (printer.isPresent() && offer(file, pages) instanceof PageOffer.Ready) {
      PagePrinter ready = printer.get();
      own = file.sha256();
      wanted = true;
      state.set(new PageState.Preparing());
      files.toPrint(file, checked -> begin(ready, checked));
    }
  }

  /** The citizen no longer wants it. The end still comes, and says what had come out. */
  public void cancel() {
    wanted = false;
    command.ifPresent(DeviceCommand::cancel);
  }

  /** What the printer has not taken yet is not printed; what it has goes on, and is not told. */
  public void visitEnded() {
    own = "";
    boolean taken = state.get() instanceof PageState.Printing now && now.done().isPresent();
    if (state.get().underWay() && !taken) {
      cancel();
    } else if (!state.get().underWay()) {
      state.set(new PageState.Idle());
    }
  }

  private void begin(PagePrinter ready, Optional<PrintedFile> checked) {
    if (checked.isEmpty()) {
      state.set(new PageState.NotWhole());
    } else if (!wanted || checked.get().pages() > mostPages) {
      checked.get().close();
      state.set(new PageState.Idle());
    } else {
      send(ready, checked.get());
    }
  }

  private void send(PagePrinter ready, PrintedFile file) {
    int pages = file.pages();
    state.set(new PageState.Printing(Optional.empty(), pages, Optional.empty()));
    DeviceCommand<PageOutcome> begun = ready.print(file);
    command = Optional.of(begun);
    begun
        .outcome()
        .thenAcceptAsync(
            outcome -> {
              command = Optional.empty();
              file.close();
              state.set(own.isEmpty() ? new PageState.Idle() : new PageState.Ended(outcome, pages));
            },
            screen);
  }

  /** On the device's thread. */
  private void heard(DeviceEvent event) {
    if (event.what() instanceof DeviceEvent.Progressed(long id, int done, int _)) {
      screen.execute(() -> came(id, done));
    }
  }

  private void came(long id, int done) {
    boolean ours = command.filter(now -> now.id() == id).isPresent();
    if (ours && state.get() instanceof PageState.Printing now) {
      state.set(new PageState.Printing(Optional.of(done), now.of(), now.holding()));
    }
  }

  private void healthIs(DeviceHealth now) {
    health.set(Optional.of(now));
    if (state.get() instanceof PageState.Printing printing) {
      Optional<Detail> holding = Optional.of(now.detail()).filter(_ -> now.state() != State.READY);
      state.set(new PageState.Printing(printing.done(), printing.of(), holding));
    }
  }
}
