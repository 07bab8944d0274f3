package org.openhall.demo.gallery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.openhall.device.Capabilities;
import org.openhall.device.Counters;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdentityCard;
import org.openhall.device.Media;
import org.openhall.device.PageDocument;
import org.openhall.device.PagePrinter;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.Scanner;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.Sense;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCardReader;
import org.openhall.kiosk.agentlink.AskOutcome;
import org.openhall.kiosk.screen.cases.CaseDesk;
import org.openhall.kiosk.screen.identify.CardReaders;
import org.openhall.link.envelope.PersonalForm;

/**
 * Devices that end as the picture needs it. How real ones come to such an end is shown by the walk
 * with its emulators; here only what the screen then says is looked at.
 */
final class PlayedDevices {
  private static final int A_RECEIPT = 180;
  private CompletableFuture<IdCardReader.ReadOutcome> reading = new CompletableFuture<>();
  private CompletableFuture<SocialCardReader.ReadOutcome> social = new CompletableFuture<>();
  private Consumer<AskOutcome> asked = _ -> {};
  private CompletableFuture<PrintOutcome> printing = new CompletableFuture<>();
  private CompletableFuture<PageOutcome> paper = new CompletableFuture<>();
  private Consumer<DeviceEvent> pageEvents = _ -> {};

  /**
   * The readers of a terminal.
   *
   * @param which {@code readers:either}, {@code readers:social}; all else is a reader of identity
   *     cards alone
   */
  CardReaders readers(String which) {
    return switch (which) {
      case "readers:either" ->
          new CardReaders(Optional.of(new Reader()), Optional.of(new SocialReader()));
      case "readers:social" -> new CardReaders(Optional.empty(), Optional.of(new SocialReader()));
      default -> new CardReaders(Optional.of(new Reader()), Optional.empty());
    };
  }

  /** The printer of the terminal. */
  ReceiptPrinter printer() {
    return new Printer();
  }

  /** The scanner of the terminal; nobody holds a code to it. */
  Scanner scanner() {
    return new Codes();
  }

  /** The way to the office. */
  CaseDesk cases() {
    return new CaseDesk() {
      @Override
      public void ask(PersonalForm form, Consumer<AskOutcome> then) {
        form.close();
        asked = then;
      }

      @Override
      public void cancel() {
        asked = _ -> {};
      }
    };
  }

  /** The A4 printer of the terminal. */
  PagePrinter pagePrinter() {
    return new Pages();
  }

  /** Ends what is under way as the word of an exhibit says, e.g. {@code print:out}. */
  void play(String word) {
    int colon = word.indexOf(':');
    String what = word.substring(colon + 1);
    switch (word.substring(0, Math.max(0, colon))) {
      case "card" -> playCard(what);
      case "social" -> playSocial(what);
      case "print" -> playReceipt(what);
      case "case" -> playCase(what);
      case "page" -> playPage(what);
      default -> throw unknown(word);
    }
  }

  private void playCard(String what) {
    switch (what) {
      case "read" ->
          reading.complete(new IdCardReader.ReadOutcome.CardRead(card("19900307", null)));
      case "child" ->
          reading.complete(new IdCardReader.ReadOutcome.CardRead(card("20200307", null)));
      case "expired" ->
          reading.complete(
              new IdCardReader.ReadOutcome.CardRead(card("19900307", LocalDate.of(2020, 1, 1))));
      case "none" -> reading.complete(new IdCardReader.ReadOutcome.NoCard());
      case "unreadable" -> reading.complete(new IdCardReader.ReadOutcome.CardUnreadable());
      case "reader-lost" ->
          reading.complete(
              new IdCardReader.ReadOutcome.ReaderUnavailable(
                  health(DeviceHealth.Detail.LINE_LOST)));
      default -> throw unknown(what);
    }
  }

  private void playSocial(String what) {
    switch (what) {
      case "read" -> social.complete(new SocialCardReader.ReadOutcome.CardRead(social(true)));
      case "withheld" -> social.complete(new SocialCardReader.ReadOutcome.CardRead(social(false)));
      case "unreadable" ->
          social.complete(new SocialCardReader.ReadOutcome.CardUnreadable("SW 6F00"));
      case "other" -> social.complete(new SocialCardReader.ReadOutcome.OtherCard());
      case "locked" -> social.complete(new SocialCardReader.ReadOutcome.CardLocked());
      case "none" -> {
        reading.complete(new IdCardReader.ReadOutcome.NoCard());
        social.complete(new SocialCardReader.ReadOutcome.NoCard());
      }
      default -> throw unknown(what);
    }
  }

  private void playReceipt(String what) {
    switch (what) {
      case "done" -> printing.complete(new PrintOutcome.Printed());
      case "out" -> printing.complete(new PrintOutcome.NotPrinted(DeviceHealth.Detail.PAPER_OUT));
      case "unknown" -> printing.complete(new PrintOutcome.Unknown(DeviceHealth.Detail.LINE_LOST));
      default -> throw unknown(what);
    }
  }

  private void playCase(String what) {
    switch (what) {
      case "answered" ->
          asked.accept(
              new AskOutcome.Answered(
                  new PersonalForm().put(PersonalForm.Field.TEXT, "您的申请已办结，请带身份证到 A05 窗口领取。")));
      case "not-yet" -> asked.accept(new AskOutcome.NotYet());
      default -> throw unknown(what);
    }
  }

  private void playPage(String what) {
    switch (what) {
      case "fine" -> pageHealth(DeviceHealth.State.READY, DeviceHealth.Detail.NONE);
      case "door" -> pageHealth(DeviceHealth.State.UNAVAILABLE, DeviceHealth.Detail.COVER_OPEN);
      case "second" -> pageEvents(new DeviceEvent.Progressed(1, 1, 2));
      case "empty" -> pageHealth(DeviceHealth.State.ATTENTION, DeviceHealth.Detail.PAPER_OUT);
      case "done" -> paper.complete(new PageOutcome.Printed());
      case "jam" ->
          paper.complete(
              new PageOutcome.Incomplete(OptionalInt.of(1), DeviceHealth.Detail.MEDIA_JAM));
      case "unknown" -> paper.complete(new PageOutcome.Unknown(DeviceHealth.Detail.LINE_LOST));
      case "refused" -> paper.complete(new PageOutcome.Refused(PagePrinter.Refusal.FORMAT, ""));
      default -> throw unknown(what);
    }
  }

  private static IllegalArgumentException unknown(String word) {
    return new IllegalArgumentException("no device plays " + word);
  }

  private void pageHealth(DeviceHealth.State state, DeviceHealth.Detail detail) {
    pageEvents(new DeviceEvent.HealthChanged(new DeviceHealth(state, detail, Instant.EPOCH)));
  }

  private void pageEvents(DeviceEvent.What what) {
    pageEvents.accept(new DeviceEvent(1, Instant.EPOCH, what));
  }

  private static IdentityCard card(
      String born, @org.jspecify.annotations.Nullable LocalDate until) {
    String number = "110105" + born + "002X";
    return new IdentityCard(
        IdentityCard.Kind.RESIDENT, "张三丰".toCharArray(), number.toCharArray(), until);
  }

  private static SocialCard social(boolean told) {
    IdentityCard holder =
        new IdentityCard(
            IdentityCard.Kind.SOCIAL_SECURITY,
            "林黛玉".toCharArray(),
            "11010519950212002X".toCharArray(),
            null);
    return new SocialCard(
        SocialCard.Version.V3, "C00000003".toCharArray(), null, told ? holder : null);
  }

  private static DeviceHealth health(DeviceHealth.Detail detail) {
    DeviceHealth.State state =
        detail == DeviceHealth.Detail.NONE
            ? DeviceHealth.State.READY
            : DeviceHealth.State.UNAVAILABLE;
    return new DeviceHealth(state, detail, Instant.EPOCH);
  }

  /** What both have in common. */
  private abstract static class Played implements Device {
    @Override
    public DeviceSnapshot snapshot() {
      return new DeviceSnapshot(
          0,
          PlayedDevices.health(DeviceHealth.Detail.NONE),
          Capabilities.of("played"),
          0,
          Media.UNKNOWN,
          Sense.UNKNOWN,
          Map.of(),
          Counters.NONE);
    }

    @Override
    public Subscription onEvent(Consumer<DeviceEvent> listener) {
      return () -> {};
    }

    @Override
    public DeviceCommand<SelfTestOutcome> selfTest(SelfTest level) {
      SelfTestOutcome outcome = new SelfTestOutcome.Cancelled(List.of());
      return new Command<>(CompletableFuture.completedFuture(outcome), outcome);
    }

    @Override
    public void close() {}
  }

  private final class Reader extends Played implements IdCardReader {
    @Override
    public DeviceCommand<IdCardReader.ReadOutcome> read(Duration timeout) {
      CompletableFuture<IdCardReader.ReadOutcome> begun = new CompletableFuture<>();
      reading = begun;
      return new Command<>(begun, new IdCardReader.ReadOutcome.Cancelled());
    }
  }

  private final class SocialReader extends Played implements SocialCardReader {
    @Override
    public DeviceCommand<SocialCardReader.ReadOutcome> read(Duration timeout) {
      CompletableFuture<SocialCardReader.ReadOutcome> begun = new CompletableFuture<>();
      social = begun;
      return new Command<>(begun, new SocialCardReader.ReadOutcome.Cancelled());
    }
  }

  private static final class Codes extends Played implements Scanner {
    @Override
    public DeviceCommand<ScanOutcome> scan(Duration timeout) {
      return new Command<>(new CompletableFuture<>(), new ScanOutcome.Cancelled());
    }
  }

  private final class Printer extends Played implements ReceiptPrinter {
    @Override
    public int millimetres(Receipt receipt) {
      return A_RECEIPT;
    }

    @Override
    public DeviceCommand<PrintOutcome> print(Receipt receipt) {
      CompletableFuture<PrintOutcome> begun = new CompletableFuture<>();
      printing = begun;
      return new Command<>(begun, new PrintOutcome.Cancelled());
    }
  }

  private final class Pages extends Played implements PagePrinter {
    @Override
    public Subscription onEvent(Consumer<DeviceEvent> listener) {
      pageEvents = pageEvents.andThen(listener);
      return () -> {};
    }

    @Override
    public DeviceCommand<PageOutcome> print(PageDocument document) {
      CompletableFuture<PageOutcome> begun = new CompletableFuture<>();
      paper = begun;
      return new Command<>(begun, new PageOutcome.Cancelled(OptionalInt.of(0)));
    }
  }

  private record Command<T>(CompletableFuture<T> future, T cancelled) implements DeviceCommand<T> {
    @Override
    public long id() {
      return 1;
    }

    @Override
    public CompletionStage<T> outcome() {
      return future;
    }

    @Override
    public void cancel() {
      future.complete(cancelled);
    }
  }
}
