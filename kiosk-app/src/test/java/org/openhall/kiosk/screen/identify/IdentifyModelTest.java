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
import org.openhall.kiosk.screen.identify.IdentifyModel.State;
import org.openhall.kiosk.screen.identify.IdentifyModel.Trouble;
import org.openhall.kiosk.shell.Session;

class IdentifyModelTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));

  private final Session session = new Session();
  private final IdentifyModel model =
      new IdentifyModel(Optional.empty(), session, CLOCK, Runnable::run);

  @Test
  void saysThatThereIsNoReaderAndReadsNothing() {
    model.agree();

    assertEquals(new State.Failed(new Trouble.Absent()), model.state().get());
  }

  @Test
  void keepsACardForTheVisitAndShowsItMasked() {
    IdentityCard card = card("110101199003070011", null);

    model.ended(new ReadOutcome.CardRead(card));

    assertEquals(new State.Read("**丰", "1****************1"), model.state().get());
    assertSame(card, session.card().orElseThrow());
  }

  @Test
  void aChildsCardIsErasedAndAGuardianAskedFor() {
    IdentityCard card = card("110101201211250011", null);

    model.ended(new ReadOutcome.CardRead(card));

    assertEquals(new State.Failed(new Trouble.Child()), model.state().get());
    assertTrue(card.erased());
    assertEquals(Optional.empty(), session.card());
  }

  @Test
  void whoIsFourteenTodayIsNoChild() {
    IdentityCard card = card("110101201211240011", null);

    model.ended(new ReadOutcome.CardRead(card));

    assertFalse(card.erased());
  }

  @Test
  void anExpiredCardIsErasedAndOneOnItsLastDayIsNot() {
    IdentityCard expired = card("110101199003070011", LocalDate.of(2026, 11, 23));
    model.ended(new ReadOutcome.CardRead(expired));
    assertEquals(new State.Failed(new Trouble.Expired()), model.state().get());
    assertTrue(expired.erased());

    IdentityCard lastDay = card("110101199003070011", LocalDate.of(2026, 11, 24));
    model.ended(new ReadOutcome.CardRead(lastDay));
    assertFalse(lastDay.erased());
  }

  @Test
  void aCardThatComesAfterTheScreenWasLeftIsErasedUnseen() {
    IdentityCard card = card("110101199003070011", null);
    model.close();

    model.ended(new ReadOutcome.CardRead(card));

    assertTrue(card.erased());
    assertEquals(Optional.empty(), session.card());
  }

  @Test
  void everyOtherEndIsSaid() {
    model.ended(new ReadOutcome.NoCard());
    assertEquals(new State.Failed(new Trouble.NoCard()), model.state().get());

    model.ended(new ReadOutcome.CardUnreadable());
    assertEquals(new State.Failed(new Trouble.Unreadable()), model.state().get());

    DeviceHealth.Detail detail = DeviceHealth.Detail.LINE_LOST;
    model.ended(
        new ReadOutcome.ReaderUnavailable(
            new DeviceHealth(DeviceHealth.State.UNAVAILABLE, detail, NOW)));
    assertEquals(new State.Failed(new Trouble.Unavailable(detail)), model.state().get());
  }

  @Test
  void startingAgainErasesTheCard() {
    IdentityCard card = card("110101199003070011", null);
    model.ended(new ReadOutcome.CardRead(card));

    model.startAgain();

    assertTrue(card.erased());
  }

  private static IdentityCard card(String number, @Nullable LocalDate validUntil) {
    return new IdentityCard(
        IdentityCard.Kind.RESIDENT, "张三丰".toCharArray(), number.toCharArray(), validUntil);
  }
}
