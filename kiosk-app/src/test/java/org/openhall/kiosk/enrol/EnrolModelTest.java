package org.openhall.kiosk.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.enrol.EnrolState.Hint;
import org.openhall.link.EnrolmentCode;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.TrustAnchors;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.EnrolJoined;
import org.openhall.link.message.AgentMessage.EnrolLooked;
import org.openhall.link.message.AgentMessage.EnrolMet;
import org.openhall.link.message.AgentMessage.EnrolTrouble;
import org.openhall.link.message.EnrolmentCheck;
import org.openhall.link.message.EnrolmentCheck.Item;
import org.openhall.link.message.KioskMessage.Enrol;
import org.openhall.link.message.KioskMessage.Step;
import org.openhall.link.message.TwoTongues;

/** The path of an enrolment, with an agent that answers when the test says so. */
class EnrolModelTest {
  private static final TwoTongues WORDS = new TwoTongues("话", "words");
  private static final EnrolMet MET = new EnrolMet("https://office.example:8443", "T", "K");
  private static final EnrolJoined JOINED = new EnrolJoined("t-1", "示例市", "T", "K");

  private final EnrolmentToken token =
      EnrolmentToken.issue(
          new Random(5), TrustAnchors.of("r".getBytes(StandardCharsets.UTF_8), new byte[] {1}));
  private final List<Enrol> asked = new ArrayList<>();
  private final Deque<Consumer<Optional<AgentMessage>>> waiting = new ArrayDeque<>();
  private long now;
  private int finished;
  private final EnrolModel model =
      new EnrolModel(
          (what, then) -> {
            asked.add(what);
            waiting.add(then);
          },
          () -> now,
          () -> finished++);

  private void answer(AgentMessage said) {
    waiting.remove().accept(Optional.of(said));
  }

  private static EnrolLooked looked(
      @Nullable String brokenOff, EnrolmentCheck.State line, EnrolmentCheck.State clock) {
    return new EnrolLooked(
        false,
        brokenOff,
        List.of(
            new EnrolmentCheck(Item.DISK, EnrolmentCheck.State.WELL, WORDS),
            new EnrolmentCheck(Item.LINE, line, WORDS),
            new EnrolmentCheck(Item.CLOCK, clock, WORDS)));
  }

  private static EnrolLooked open() {
    return looked(null, EnrolmentCheck.State.OPEN, EnrolmentCheck.State.OPEN);
  }

  private static EnrolLooked well() {
    return looked(null, EnrolmentCheck.State.WELL, EnrolmentCheck.State.WELL);
  }

  private String code() {
    return new EnrolmentCode(URI.create(MET.office()), token).text();
  }

  private void toAddress() {
    model.begin();
    answer(open());
    model.next();
    assertInstanceOf(EnrolState.Address.class, model.state().get());
  }

  private void toCompare() {
    toAddress();
    model.scanned(code());
    answer(well());
    answer(MET);
    assertEquals(new EnrolState.Compare(MET), model.state().get());
  }

  private void type(String text) {
    text.chars().forEach(key -> model.type((char) key));
  }

  private Enrol last() {
    return asked.getLast();
  }

  @Test
  void aScannedCodeLeadsToTheFingerprintsAndTheTokenGoesOutOnlyWhenTheyAreTheSame() {
    toCompare();
    assertTrue(asked.stream().noneMatch(one -> one.step() == Step.JOIN));
    model.same();
    assertEquals(Step.JOIN, last().step());
    assertEquals(MET.office(), last().office());
    answer(JOINED);
    assertEquals(new EnrolState.Done(JOINED), model.state().get());
    assertEquals(0, finished);
    model.finish();
    assertEquals(1, finished);
  }

  @Test
  void whereTheyDifferNothingIsSentAndTheCodeIsForgotten() {
    toCompare();
    model.differs();
    assertInstanceOf(EnrolState.Differs.class, model.state().get());
    model.same();
    model.leave();
    toAddress();
    assertEquals(new EnrolState.Address("", Hint.NONE), model.state().get());
    assertTrue(asked.stream().noneMatch(one -> one.step() == Step.JOIN));
  }

  @Test
  void aTypedTokenIsTakenWhateverItsCaseAndASlipIsNoticedAtOnce() {
    toAddress();
    type("OFFICE.example:8443");
    model.next();
    String digits = token.text().substring(3).replace("-", "");
    type(digits.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l'));
    assertEquals(TypedToken.Look.WHOLE, typed().look());
    assertEquals(digits, typed().text());
    model.backspace();
    type(digits.endsWith("7") ? "8" : "7");
    assertEquals(TypedToken.Look.SLIP, typed().look());
    int before = asked.size();
    model.next();
    assertEquals(before, asked.size(), "nobody is asked with a slip in it");
  }

  private TypedToken typed() {
    return assertInstanceOf(EnrolState.Token.class, model.state().get()).typed();
  }

  @Test
  void whatIsNoAddressOrNoCodeIsSaid() {
    toAddress();
    type("http://x");
    model.next();
    assertEquals(new EnrolState.Address("http://x", Hint.NO_ADDRESS), model.state().get());
    model.scanned("6901234567892");
    assertEquals(new EnrolState.Address("http://x", Hint.NOT_A_CODE), model.state().get());
    model.scanned(code().substring(0, code().length() - 1));
    assertEquals(new EnrolState.Address("http://x", Hint.UNREADABLE), model.state().get());
  }

  @Test
  void whileTheLineIsDownItLooksAgainAndGoesOnByItself() {
    toAddress();
    model.scanned(code());
    answer(looked(null, EnrolmentCheck.State.WRONG, EnrolmentCheck.State.OPEN));
    assertFalse(assertInstanceOf(EnrolState.Checks.class, model.state().get()).isWell());
    model.tick();
    assertTrue(waiting.isEmpty(), "not at once");
    now += TimeUnit.SECONDS.toNanos(2);
    model.tick();
    answer(looked(null, EnrolmentCheck.State.WELL, EnrolmentCheck.State.WRONG));
    assertInstanceOf(EnrolState.Checks.class, model.state().get());
    now += TimeUnit.SECONDS.toNanos(2);
    model.tick();
    answer(well());
    assertEquals(Step.MEET, last().step());
  }

  @Test
  void anAgentThatIsAwayIsWaitedFor() {
    model.begin();
    waiting.remove().accept(Optional.empty());
    assertTrue(assertInstanceOf(EnrolState.Checks.class, model.state().get()).isAgentAway());
    now += TimeUnit.SECONDS.toNanos(2);
    model.tick();
    answer(open());
    assertTrue(assertInstanceOf(EnrolState.Checks.class, model.state().get()).isWell());
  }

  @Test
  void whatWasBrokenOffGoesOnWithoutACode() {
    model.begin();
    answer(looked(MET.office(), EnrolmentCheck.State.OPEN, EnrolmentCheck.State.OPEN));
    assertEquals(new EnrolState.BrokenOff(MET.office()), model.state().get());
    model.goOn();
    assertEquals(new Enrol(Step.JOIN, "", ""), last());
    answer(new EnrolTrouble(WORDS, true));
    model.again();
    assertEquals(Step.LOOK, last().step());
  }

  @Test
  void arefusedCodeCanOnlyBeReplaced() {
    toCompare();
    model.same();
    answer(new EnrolTrouble(WORDS, false));
    int before = asked.size();
    model.again();
    assertEquals(before, asked.size());
    model.anew();
    model.next();
    assertEquals("", typed().text());
  }

  @Test
  void aCodeThatNobodyTouchesAnyMoreIsForgotten() {
    toCompare();
    now += TimeUnit.MINUTES.toNanos(10);
    model.tick();
    assertInstanceOf(EnrolState.Welcome.class, model.state().get());
    toAddress();
    assertEquals(new EnrolState.Address("", Hint.NONE), model.state().get());
  }

  @Test
  void aTerminalThatWasEnrolledByTheCommandMeanwhileStarts() {
    model.begin();
    answer(new EnrolLooked(true, null, List.of()));
    assertEquals(1, finished);
  }

  @Test
  void anAnswerToAStepThatWasLeftIsNotHeard() {
    toAddress();
    model.scanned(code());
    model.back();
    answer(well());
    assertInstanceOf(EnrolState.Token.class, model.state().get());
    model.leave();
    assertInstanceOf(EnrolState.Welcome.class, model.state().get());
  }
}
