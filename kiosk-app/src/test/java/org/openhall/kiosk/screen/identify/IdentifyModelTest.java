package org.openhall.kiosk.screen.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCardReader;
import org.openhall.kiosk.screen.identify.CardReaders.Which;
import org.openhall.kiosk.screen.identify.IdentifyModel.State;
import org.openhall.kiosk.screen.identify.IdentifyModel.Trouble;
import org.openhall.kiosk.shell.Session;

class IdentifyModelTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
  private static final String ADULT = "110101199003070011";

  private final Session session = new Session();
  private final PlayedReaders readers = new PlayedReaders();
  private final IdentifyModel model = model(readers.both());

  @Test
  void saysThatThereIsNoReaderAndReadsNothing() {
    IdentifyModel none = model(CardReaders.NONE);
    none.agree();

    assertEquals(new State.Failed(new Trouble.Absent()), none.state().get());
  }

  @Test
  void keepsAnIdentityCardForTheVisitAndTellsTheOtherReaderToStop() {
    IdentityCard card = card(ADULT, null);
    model.agree();
    assertEquals(new State.Waiting(30, Which.EITHER), model.state().get());

    readers.idCard.end(new ReadOutcome.CardRead(card));

    assertEquals(new State.Read("**丰", "1****************1", ""), model.state().get());
    assertSame(card, session.card().orElseThrow());
    assertTrue(readers.socialCard.cancelled);
    readers.socialCard.end(new SocialCardReader.ReadOutcome.Cancelled());
    assertEquals(new State.Read("**丰", "1****************1", ""), model.state().get());
  }

  @Test
  void keepsASocialSecurityCardForTheVisitAndShowsItsNumberMasked() {
    SocialCard card = social(ADULT, null);
    model.agree();

    readers.socialCard.end(new SocialCardReader.ReadOutcome.CardRead(card));

    State.Read read = new State.Read("**丰", "1****************1", "*******03");
    assertEquals(read, model.state().get());
    assertEquals(Which.SOCIAL_CARD, read.which());
    assertTrue(readers.idCard.cancelled);
    session.end();
    assertTrue(card.erased());
    assertTrue(card.identity().orElseThrow().erased());
    assertEquals(Optional.empty(), session.socialCard());
  }

  @Test
  void ofTwoCardsAtOnceTheSecondIsErasedUnseen() {
    SocialCard second = social(ADULT, null);
    model.agree();
    readers.idCard.end(new ReadOutcome.CardRead(card(ADULT, null)));

    readers.socialCard.end(new SocialCardReader.ReadOutcome.CardRead(second));

    assertTrue(second.erased());
    assertEquals(Optional.empty(), session.socialCard());
    assertFalse(session.card().orElseThrow().erased());
    assertEquals(new State.Read("**丰", "1****************1", ""), model.state().get());
  }

  @Test
  void aCardThatComesWhileTheCitizenCancelsIsErased() {
    IdentityCard late = card(ADULT, null);
    model.agree();
    model.cancel();

    readers.idCard.end(new ReadOutcome.CardRead(late));
    readers.socialCard.end(new SocialCardReader.ReadOutcome.Cancelled());

    assertTrue(late.erased());
    assertEquals(Optional.empty(), session.card());
    assertEquals(new State.Purpose(), model.state().get());
  }

  @Test
  void aSecondWaitHearsNothingOfTheFirst() {
    model.agree();
    model.cancel();
    var first = readers.idCard.outcome();
    readers.socialCard.end(new SocialCardReader.ReadOutcome.Cancelled());
    readers.idCard.end(new ReadOutcome.Cancelled());
    assertTrue(first.toCompletableFuture().isDone());

    model.agree();
    readers.socialCard.end(new SocialCardReader.ReadOutcome.NoCard());

    assertEquals(2, readers.idCard.begun);
    assertEquals(new State.Waiting(30, Which.EITHER), model.state().get());
  }

  @Test
  void aReaderThatCannotBeUsedLeavesTheOtherOne() {
    model.agree();
    readers.idCard.end(new ReadOutcome.ReaderUnavailable(lost()));
    model.tick();
    assertEquals(new State.Waiting(30, Which.SOCIAL_CARD), model.state().get());

    readers.socialCard.end(new SocialCardReader.ReadOutcome.NoCard());

    assertEquals(new State.Failed(new Trouble.NoCard(Which.SOCIAL_CARD)), model.state().get());
  }

  @Test
  void noCardIsSaidWhenNeitherReaderHadOne() {
    model.agree();
    readers.socialCard.end(new SocialCardReader.ReadOutcome.NoCard());
    readers.idCard.end(new ReadOutcome.NoCard());

    assertEquals(new State.Failed(new Trouble.NoCard(Which.EITHER)), model.state().get());
  }

  @Test
  void aCardThatTellsItsHolderOnlyAfterAPinIsErased() {
    SocialCard card = new SocialCard(SocialCard.Version.V3, "C00000004".toCharArray(), null, null);
    model.agree();

    readers.socialCard.end(new SocialCardReader.ReadOutcome.CardRead(card));

    assertEquals(new State.Failed(new Trouble.Withheld()), model.state().get());
    assertTrue(card.erased());
  }

  @Test
  void aChildsCardIsErasedAndAGuardianAskedFor() {
    IdentityCard card = card("110101201211250011", null);
    SocialCard other = social("110101201211250011", null);

    end(new ReadOutcome.CardRead(card));
    assertEquals(new State.Failed(new Trouble.Child()), model.state().get());
    end(new SocialCardReader.ReadOutcome.CardRead(other));

    assertEquals(new State.Failed(new Trouble.Child()), model.state().get());
    assertTrue(card.erased());
    assertTrue(other.erased());
    assertEquals(Optional.empty(), session.card());
  }

  @Test
  void whoIsFourteenTodayIsNoChild() {
    IdentityCard card = card("110101201211240011", null);

    end(new ReadOutcome.CardRead(card));

    assertFalse(card.erased());
  }

  @Test
  void anExpiredCardIsErasedAndOneOnItsLastDayIsNot() {
    IdentityCard expired = card(ADULT, LocalDate.of(2026, 11, 23));
    end(new ReadOutcome.CardRead(expired));
    assertEquals(new State.Failed(new Trouble.Expired()), model.state().get());
    assertTrue(expired.erased());

    SocialCard old = social(ADULT, LocalDate.of(2026, 11, 23));
    end(new SocialCardReader.ReadOutcome.CardRead(old));
    assertEquals(new State.Failed(new Trouble.Expired()), model.state().get());
    assertTrue(old.erased());

    IdentityCard lastDay = card(ADULT, LocalDate.of(2026, 11, 24));
    end(new ReadOutcome.CardRead(lastDay));
    assertFalse(lastDay.erased());
  }

  @Test
  void aCardThatComesAfterTheScreenWasLeftIsErasedUnseen() {
    IdentityCard card = card(ADULT, null);
    SocialCard other = social(ADULT, null);
    model.agree();
    model.close();

    readers.idCard.end(new ReadOutcome.CardRead(card));
    readers.socialCard.end(new SocialCardReader.ReadOutcome.CardRead(other));

    assertTrue(card.erased());
    assertTrue(other.erased());
    assertEquals(Optional.empty(), session.card());
  }

  @Test
  void everyOtherEndIsSaid() {
    end(new ReadOutcome.CardUnreadable());
    assertEquals(new State.Failed(new Trouble.Unreadable(Which.ID_CARD)), model.state().get());
    end(new SocialCardReader.ReadOutcome.CardUnreadable("SW 6F00"));
    assertEquals(new State.Failed(new Trouble.Unreadable(Which.SOCIAL_CARD)), model.state().get());
    end(new SocialCardReader.ReadOutcome.OtherCard());
    assertEquals(new State.Failed(new Trouble.OtherCard()), model.state().get());
    end(new SocialCardReader.ReadOutcome.CardLocked());
    assertEquals(new State.Failed(new Trouble.Locked()), model.state().get());

    model.agree();
    readers.idCard.end(new ReadOutcome.ReaderUnavailable(lost()));
    readers.socialCard.end(new SocialCardReader.ReadOutcome.ReaderUnavailable(lost()));
    assertEquals(
        new State.Failed(new Trouble.Unavailable(DeviceHealth.Detail.LINE_LOST)),
        model.state().get());
  }

  @Test
  void aTerminalWithOneReaderAsksForItsCardOnly() {
    IdentifyModel one = model(readers.socialCardOnly());
    one.agree();

    assertEquals(new State.Waiting(30, Which.SOCIAL_CARD), one.state().get());
    assertEquals(0, readers.idCard.begun);
    IdentifyModel other = model(readers.idCardOnly());
    other.agree();
    assertEquals(new State.Waiting(30, Which.ID_CARD), other.state().get());
    assertEquals(1, readers.socialCard.begun);
  }

  @Test
  void startingAgainErasesTheCard() {
    IdentityCard card = card(ADULT, null);
    end(new ReadOutcome.CardRead(card));

    model.startAgain();

    assertTrue(card.erased());
  }

  private void end(ReadOutcome outcome) {
    model.agree();
    readers.idCard.end(outcome);
  }

  private void end(SocialCardReader.ReadOutcome outcome) {
    model.agree();
    readers.socialCard.end(outcome);
  }

  private IdentifyModel model(CardReaders found) {
    return new IdentifyModel(found, session, CLOCK, Runnable::run);
  }

  private static DeviceHealth lost() {
    return new DeviceHealth(DeviceHealth.State.UNAVAILABLE, DeviceHealth.Detail.LINE_LOST, NOW);
  }

  private static IdentityCard card(String number, @Nullable LocalDate validUntil) {
    return new IdentityCard(
        IdentityCard.Kind.RESIDENT, "张三丰".toCharArray(), number.toCharArray(), validUntil);
  }

  private static SocialCard social(String number, @Nullable LocalDate validUntil) {
    IdentityCard holder =
        new IdentityCard(
            IdentityCard.Kind.SOCIAL_SECURITY, "张三丰".toCharArray(), number.toCharArray(), null);
    return new SocialCard(SocialCard.Version.V3, "C00000003".toCharArray(), validUntil, holder);
  }
}
