package org.openhall.kiosk.screen.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openhall.device.Capabilities;
import org.openhall.device.Counters;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.Media;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.Sense;
import org.openhall.kiosk.agentlink.AskOutcome;
import org.openhall.kiosk.screen.cases.CaseModel.Hint;
import org.openhall.kiosk.screen.cases.CaseModel.State;
import org.openhall.kiosk.screen.cases.CaseModel.Why;
import org.openhall.kiosk.shell.Destination;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;

class CaseModelTest {
  private final ScriptedScanner scanner = new ScriptedScanner();
  private final List<String> asked = new ArrayList<>();
  private final List<Destination> opened = new ArrayList<>();
  private Consumer<AskOutcome> answer = _ -> {};
  private Optional<Destination> page = Optional.empty();
  private final CaseDesk desk =
      new CaseDesk() {
        @Override
        public void ask(PersonalForm form, Consumer<AskOutcome> then) {
          asked.add(new String(form.value(Field.CASE_NUMBER)));
          form.close();
          answer = then;
        }

        @Override
        public void cancel() {
          answer = _ -> {};
        }
      };
  private final CaseModel model = model(Optional.of(scanner));

  private CaseModel model(Optional<Scanner> found) {
    return new CaseModel(
        new CaseModel.Parts(
            found, desk, (_, then) -> then.accept(page), opened::add, Runnable::run));
  }

  private State state() {
    return model.state().get();
  }

  private static State entry(Hint hint) {
    return new State.Entry(hint);
  }

  private ScannedCode scanned(String text) {
    ScannedCode code = new ScannedCode(text.toCharArray());
    scanner.end(new Scanner.ScanOutcome.CodeScanned(code));
    return code;
  }

  @Test
  void aScannedNumberIsAskedAndTheCodeErased() {
    model.shown();
    ScannedCode code = scanned("SQ-42");
    assertTrue(code.erased());
    assertEquals(List.of("SQ-42"), asked);
    assertEquals(new State.Asking(), state());
    answer.accept(new AskOutcome.Answered(new PersonalForm().put(Field.TEXT, "已办结，请领取")));
    assertEquals(new State.Answered("已办结，请领取"), state());
    assertEquals(0, scanner.armed(), "not while an answer is read");
    model.again();
    assertEquals(1, scanner.armed());
  }

  @Test
  void aTypedNumberIsAskedWithoutAScannerToo() {
    CaseModel typing = model(Optional.empty());
    typing.shown();
    "SQ-422".chars().mapToObj(Character::toString).forEach(typing::type);
    typing.backspace();
    typing.submit();
    assertEquals(List.of("SQ-42"), asked);
    assertFalse(typing.scans());
  }

  @Test
  void wrongCodesAreAnsweredInWordsAndTheNextIsWaitedFor() {
    model.shown();
    scanned("https://example.org");
    assertEquals(entry(Hint.NOT_OURS), state());
    scanned("440524188001010014");
    assertEquals(entry(Hint.IDENTITY), state());
    scanner.end(new Scanner.ScanOutcome.CodeUnreadable(Scanner.Flaw.NOT_TEXT));
    assertEquals(entry(Hint.UNREADABLE), state());
    scanned("已撤下的事项（1/1）\n1. 身份证");
    assertEquals(entry(Hint.SLIP_GONE), state());
    assertEquals(1, scanner.armed());
    assertEquals(List.of(), asked);
  }

  @Test
  void theCodeOfASlipOpensItsPage() {
    page = Optional.of(new Destination.Guide("g-1", null));
    model.shown();
    scanned("居民身份证补领（1/1）\n1. 户口簿");
    assertEquals(List.of(new Destination.Guide("g-1", null)), opened);
  }

  @Test
  void whereTheScannerIsAwayTypingGoesOnAndItIsArmedWhenItComes() {
    scanner.health(Detail.LINE_LOST);
    model.shown();
    assertEquals(entry(Hint.SCANNER_AWAY), state());
    assertEquals(0, scanner.armed());
    scanner.health(Detail.NONE);
    assertEquals(entry(Hint.NONE), state());
    assertEquals(1, scanner.armed());
    scanner.health(Detail.LINE_LOST);
    scanner.end(new Scanner.ScanOutcome.ScannerUnavailable(scanner.snapshot().health()));
    assertEquals(entry(Hint.SCANNER_AWAY), state());
    assertEquals(0, scanner.armed(), "an absent one is not asked again and again");
  }

  @Test
  void nothingGoesOnUnseen() {
    model.shown();
    Command command = scanner.latest();
    command.tooLate = true;
    model.hidden();
    assertEquals(0, scanner.armed());
    scanner.health(Detail.LINE_LOST);
    scanner.health(Detail.NONE);
    assertEquals(0, scanner.armed());
    ScannedCode late = new ScannedCode("SQ-42".toCharArray());
    command.outcome.complete(new Scanner.ScanOutcome.CodeScanned(late));
    assertTrue(late.erased());
    assertEquals(List.of(), asked);
    model.shown();
    assertEquals(1, scanner.armed());
  }

  @Test
  void whatIsLeftIsForgottenAndALaterAnswerIsNotHeard() {
    model.shown();
    model.type("SQ-42");
    model.submit();
    Consumer<AskOutcome> pending = answer;
    model.closed();
    assertFalse(answer.equals(pending), "given up");
    assertEquals("", model.typed().get());
    assertEquals(entry(Hint.NONE), state());
  }

  @Test
  void whyThereIsNoAnswerIsSaid() {
    Map<AskOutcome, Why> whys =
        Map.of(
            new AskOutcome.NotYet(), Why.NOT_YET,
            new AskOutcome.NoLine(AskOutcome.Where.OFFICE), Why.NO_LINE,
            new AskOutcome.Refused(AskOutcome.Reason.NO_KEY), Why.NOT_OFFERED);
    whys.forEach((outcome, why) -> {
      model.again();
      model.type("42-1");
      model.submit();
      answer.accept(outcome);
      assertEquals(new State.Unanswered(why), state());
    });
  }

  @Test
  void aNumberIsBounded() {
    "1".repeat(80).chars().mapToObj(Character::toString).forEach(model::type);
    assertEquals(64, model.typed().get().length());
  }

  /** A scanner whose scans end when a test says so. */
  private static final class ScriptedScanner implements Scanner {
    private final List<Command> commands = new ArrayList<>();
    private final List<Consumer<DeviceEvent>> listeners = new ArrayList<>();
    private DeviceHealth health =
        new DeviceHealth(DeviceHealth.State.READY, Detail.NONE, Instant.EPOCH);

    int armed() {
      return (int) commands.stream().filter(Command::isWaiting).count();
    }

    Command latest() {
      return commands.getLast();
    }

    void end(ScanOutcome outcome) {
      commands.getLast().outcome.complete(outcome);
    }

    void health(Detail detail) {
      DeviceHealth.State state =
          detail == Detail.NONE ? DeviceHealth.State.READY : DeviceHealth.State.UNAVAILABLE;
      health = new DeviceHealth(state, detail, Instant.EPOCH);
      List.copyOf(listeners)
          .forEach(listener -> listener.accept(event(new DeviceEvent.HealthChanged(health))));
    }

    private static DeviceEvent event(DeviceEvent.What what) {
      return new DeviceEvent(1, Instant.EPOCH, what);
    }

    @Override
    public DeviceCommand<ScanOutcome> scan(Duration timeout) {
      Command command = new Command();
      commands.add(command);
      return command;
    }

    @Override
    public DeviceSnapshot snapshot() {
      return new DeviceSnapshot(
          0,
          health,
          Capabilities.of(KIND),
          0,
          Media.UNKNOWN,
          Sense.UNKNOWN,
          Map.of(),
          Counters.NONE);
    }

    @Override
    public Subscription onEvent(Consumer<DeviceEvent> listener) {
      listeners.add(listener);
      listener.accept(event(new DeviceEvent.Known(snapshot())));
      return () -> listeners.remove(listener);
    }

    @Override
    public DeviceCommand<SelfTestOutcome> selfTest(SelfTest level) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private static final class Command implements DeviceCommand<Scanner.ScanOutcome> {
    private final CompletableFuture<Scanner.ScanOutcome> outcome = new CompletableFuture<>();
    private boolean tooLate;
    private boolean cancelled;

    boolean isWaiting() {
      return !outcome.isDone() && !cancelled;
    }

    @Override
    public long id() {
      return 1;
    }

    @Override
    public CompletionStage<Scanner.ScanOutcome> outcome() {
      return outcome;
    }

    @Override
    public void cancel() {
      cancelled = true;
      if (!tooLate) {
        outcome.complete(new Scanner.ScanOutcome.Cancelled());
      }
    }
  }
}
