package org.openhall.kiosk.enrol;

import java.util.List;
import java.util.Optional;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.EnrolJoined;
import org.openhall.link.message.AgentMessage.EnrolMet;
import org.openhall.link.message.AgentMessage.EnrolTrouble;
import org.openhall.link.message.KioskMessage.Enrol;
import org.openhall.link.message.KioskMessage.Step;
import org.openhall.link.message.TwoTongues;

/**
 * What an office is asked, through the agent: first what it is to be trusted by, and to join only
 * when two persons have compared that.
 */
final class EnrolOffice {
  private final EnrolCourse course;
  private final Runnable joined;

  /**
   * @param joined what follows as soon as the terminal has joined
   */
  EnrolOffice(EnrolCourse course, Runnable joined) {
    this.course = course;
    this.joined = joined;
  }

  void meet(String office, String token) {
    course.turnTo(new EnrolState.Meeting());
    course.ask(
        new Enrol(Step.MEET, office, token),
        said -> {
          if (said.orElse(null) instanceof EnrolMet met) {
            course.turnTo(new EnrolState.Compare(met));
          } else {
            failed(office, said);
          }
        });
  }

  void join(String office, String token) {
    course.turnTo(new EnrolState.Joining());
    course.ask(
        new Enrol(Step.JOIN, office, token),
        said -> {
          if (said.orElse(null) instanceof EnrolJoined now) {
            joined.run();
            course.turnTo(new EnrolState.Done(now));
          } else {
            failed(office, said);
          }
        });
  }

  /** Joins where it was broken off: the agent knows office and token. */
  void goOn() {
    join("", "");
  }

  private void failed(String office, Optional<AgentMessage> said) {
    course.turnTo(
        said.orElse(null) instanceof EnrolTrouble(TwoTongues words, boolean isForAgain)
            ? new EnrolState.Failed(words, isForAgain)
            : new EnrolState.Checks(List.of(), true, office));
  }
}
