package org.openhall.kiosk.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openhall.device.SelfTest;
import org.openhall.kiosk.doctor.Finding;
import org.openhall.kiosk.technician.TechnicianModel.Page;
import org.openhall.kiosk.technician.TechnicianModel.State;

class TechnicianModelTest {
  private long nanos;
  private final List<String> deeds = new ArrayList<>();
  private Consumer<Access.Outcome> judge = _ -> {};
  private final TechnicianModel model = new TechnicianModel(new Desk(), () -> nanos);

  /** Notes what was done. */
  private final class Desk implements TechnicianDesk {
    @Override
    public void enter(char[] pin, Consumer<Access.Outcome> then) {
      judge = then;
    }

    @Override
    public void look(Consumer<List<Finding>> then) {}

    @Override
    public List<DeviceLine> devices(Locale locale) {
      return List.of();
    }

    @Override
    public void test(String key, SelfTest level, Locale locale, Told told) {}

    @Override
    public void cancel() {}

    @Override
    public List<Fact> facts() {
      return List.of();
    }

    @Override
    public void did(Optional<Role> who, Deed deed, String about) {
      deeds.add(who.map(Enum::name).orElse("?") + " " + deed);
    }

    @Override
    public void paperChanged() {}

    @Override
    public void restartKiosk() {}

    @Override
    public void restartMachine() {}

    @Override
    public void outOfService(Optional<Reason> reason) {}

    @Override
    public void accept(List<Said> person, Locale locale, Consumer<Accepted> then) {}
  }

  private void seconds(int more) {
    nanos += Duration.ofSeconds(more).toNanos();
    model.tick();
  }

  private void enter(Access.Outcome outcome) {
    model.knock();
    model.digit('1');
    model.enter();
    judge.accept(outcome);
  }

  @Test
  void aRightPinOpensAndEveryDeedIsNoted() {
    enter(new Access.Outcome.Entered(Role.TECHNICIAN));
    assertEquals(new State.Open(Role.TECHNICIAN, Page.MENU), model.state().get());
    model.go(Page.DEVICES);
    model.leave();
    assertEquals(List.of("TECHNICIAN ENTERED", "TECHNICIAN LEFT"), deeds);
  }

  @Test
  void anAttendantSeesNoTechniciansPage() {
    enter(new Access.Outcome.Entered(Role.ATTENDANT));
    for (Page page : Page.values()) {
      model.go(page);
      Page shown = assertInstanceOf(State.Open.class, model.state().get()).page();
      assertEquals(page == Page.RESTART || page == Page.MENU, shown == page, page.name());
      model.go(Page.MENU);
    }
  }

  @Test
  void wrongAndLockedAreNotedAndNothingOpens() {
    enter(new Access.Outcome.Wrong(Duration.ofSeconds(30)));
    model.digit('2');
    model.enter();
    judge.accept(new Access.Outcome.Locked(Duration.ofMillis(29_001)));
    State.Typing typing = assertInstanceOf(State.Typing.class, model.state().get());
    assertEquals(30, typing.word().number());
    assertEquals(List.of("? REFUSED", "? LOCKED"), deeds);
  }

  @Test
  void whatIsTypedWhileAPinIsJudgedIsNotTaken() {
    model.knock();
    model.digit('1');
    model.enter();
    model.digit('9');
    assertEquals(0, assertInstanceOf(State.Typing.class, model.state().get()).digits());
    model.leave();
    judge.accept(new Access.Outcome.Entered(Role.TECHNICIAN));
    assertFalse(model.isOpen(), "who left does not enter after all");
  }

  @Test
  void whoGoesAwayIsShutOut() {
    model.knock();
    seconds(30);
    assertFalse(model.isOpen());
    enter(new Access.Outcome.Entered(Role.TECHNICIAN));
    seconds(170);
    model.touched();
    seconds(170);
    assertInstanceOf(State.Open.class, model.state().get());
    seconds(11);
    assertFalse(model.isOpen());
  }

  @Test
  void cleaningCountsDownAndComesBack() {
    enter(new Access.Outcome.Entered(Role.ATTENDANT));
    model.clean();
    seconds(20);
    assertEquals(new State.Cleaning(Role.ATTENDANT, 40), model.state().get());
    seconds(40);
    assertEquals(new State.Open(Role.ATTENDANT, Page.MENU), model.state().get());
  }

  @Test
  void theCornerMustBeHeldAndIsHeardOnce() {
    Knock knock = new Knock(() -> nanos);
    knock.pressed(10, 10);
    nanos += Duration.ofSeconds(3).toNanos();
    assertFalse(knock.heard());
    nanos += Duration.ofSeconds(1).toNanos();
    assertEquals(true, knock.heard());
    assertFalse(knock.heard());
    knock.pressed(10, 10);
    knock.moved(300, 10);
    nanos += Duration.ofSeconds(9).toNanos();
    assertFalse(knock.heard());
    knock.pressed(10, 10);
    knock.released();
    nanos += Duration.ofSeconds(9).toNanos();
    assertFalse(knock.heard());
    knock.pressed(500, 500);
    nanos += Duration.ofSeconds(9).toNanos();
    assertFalse(knock.heard());
  }
}
