package org.openhall.kiosk.enrol;

import java.util.List;
import org.openhall.link.message.AgentMessage.EnrolJoined;
import org.openhall.link.message.AgentMessage.EnrolMet;
import org.openhall.link.message.EnrolmentCheck;
import org.openhall.link.message.EnrolmentCheck.Item;
import org.openhall.link.message.TwoTongues;

/** How far an enrolment is: each is a page. */
sealed interface EnrolState {
  /** Nobody has begun. */
  record Welcome() implements EnrolState {}

  /** It was broken off while the office was being asked. */
  record BrokenOff(String office) implements EnrolState {}

  /**
   * What joining needs.
   *
   * @param isAgentAway whether nobody is there who could do it
   * @param office its address where a code is there already, else empty
   */
  record Checks(List<EnrolmentCheck> checks, boolean isAgentAway, String office)
      implements EnrolState {
    /** Nothing is known yet. */
    static Checks begun(String office) {
      return new Checks(List.of(), false, office);
    }

    boolean isOfOffice() {
      return !office.isEmpty();
    }

    /** What the screen shows of them. */
    List<EnrolmentCheck> shown() {
      return checks.stream().filter(check -> check.item() != Item.OTHER).toList();
    }

    /** Whether one may go on: of a code that is there, only when all is well. */
    boolean isWell() {
      return !isAgentAway && !checks.isEmpty() && checks.stream().noneMatch(this::isInTheWay);
    }

    private boolean isInTheWay(EnrolmentCheck check) {
      return switch (check.item()) {
        case DISK -> check.state() == EnrolmentCheck.State.WRONG;
        case LINE, CLOCK -> isOfOffice() && check.state() != EnrolmentCheck.State.WELL;
        case NETWORK, OTHER -> false; // the line says more
      };
    }
  }

  /** The office's address is typed, or a code scanned. */
  record Address(String typed, Hint hint) implements EnrolState {}

  /** The token is typed, or a code scanned. */
  record Token(TypedToken typed, Hint hint) implements EnrolState {}

  /** The office is asked what it is to be trusted by. */
  record Meeting() implements EnrolState {}

  /** Two persons compare. */
  record Compare(EnrolMet met) implements EnrolState {}

  /** They found a difference. */
  record Differs(String office) implements EnrolState {}

  /** The office is asked. */
  record Joining() implements EnrolState {}

  /**
   * It did not come about.
   *
   * @param isForAgain whether the same code may do it later
   */
  record Failed(TwoTongues words, boolean isForAgain) implements EnrolState {}

  /** The terminal has joined. */
  record Done(EnrolJoined joined) implements EnrolState {}

  /** What is said beside what is typed. */
  enum Hint {
    NONE,
    /** No address of an office. */
    NO_ADDRESS,
    /** Something was scanned that is no code of an office. */
    NOT_A_CODE,
    /** It could not be read. */
    UNREADABLE
  }
}
