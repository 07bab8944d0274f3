package org.openhall.kiosk.enrol;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.EnrolLooked;
import org.openhall.link.message.KioskMessage.Enrol;

/**
 * The state that an enrolment is in, and what the agent is asked in it. An answer that comes when
 * that state was left is not heard; where the agent says that the terminal has joined, by the
 * command say, the enrolment is over.
 */
final class EnrolCourse {
  private final Agent agent;
  private final Runnable finish;
  private final ReadOnlyObjectWrapper<EnrolState> state =
      new ReadOnlyObjectWrapper<>(new EnrolState.Welcome());
  private int turn;
  private boolean isAsking;

  /** Who does it. */
  @FunctionalInterface
  interface Agent {
    /** Asks; the answer comes on the screen's thread, and is empty where there is no agent. */
    void ask(Enrol what, Consumer<Optional<AgentMessage>> then);
  }

  /**
   * @param finish what follows when the terminal has joined
   */
  EnrolCourse(Agent agent, Runnable finish) {
    this.agent = agent;
    this.finish = finish;
  }

  ReadOnlyObjectProperty<EnrolState> state() {
    return state.getReadOnlyProperty();
  }

  EnrolState now() {
    return state.get();
  }

  /** Leaves the state for another. */
  void turnTo(EnrolState next) {
    turn++;
    isAsking = false;
    state.set(next);
  }

  /** The same state, of which something else is to be seen: an answer is still waited for. */
  void show(EnrolState same) {
    state.set(same);
  }

  /** Whether an answer is waited for. */
  boolean isAsking() {
    return isAsking;
  }

  void ask(Enrol what, Consumer<Optional<AgentMessage>> then) {
    int mine = turn;
    isAsking = true;
    agent.ask(
        what,
        said -> {
          if (mine == turn) {
            isAsking = false;
            heard(said, then);
          }
        });
  }

  private void heard(Optional<AgentMessage> said, Consumer<Optional<AgentMessage>> then) {
    if (said.orElse(null) instanceof EnrolLooked looked && looked.isEnrolled()) {
      finish.run();
    } else {
      then.accept(said);
    }
  }

  /** The terminal serves from now on. */
  void finish() {
    finish.run();
  }
}
