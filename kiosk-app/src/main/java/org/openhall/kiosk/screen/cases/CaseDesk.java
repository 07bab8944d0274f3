package org.openhall.kiosk.screen.cases;

import java.util.function.Consumer;
import org.openhall.kiosk.agentlink.AskOutcome;
import org.openhall.link.envelope.PersonalForm;

/** Asks the office about a person's own case. Called on the screen's thread, which never waits. */
public interface CaseDesk {

  /**
   * Asks; a question under way is given up.
   *
   * @param form what is asked; closed in any case
   * @param then hears what came of it, once, on the screen's thread, unless {@link #cancel} was
   *     called first
   */
  void ask(PersonalForm form, Consumer<AskOutcome> then);

  /** Gives up what is under way; nothing more is heard of it. */
  void cancel();

  /** Of a terminal that has no way to an office. */
  static CaseDesk none() {
    return new CaseDesk() {
      @Override
      public void ask(PersonalForm form, Consumer<AskOutcome> then) {
        form.close();
        then.accept(new AskOutcome.NoLine(AskOutcome.Where.AGENT));
      }

      @Override
      public void cancel() {
        // nothing is under way
      }
    };
  }
}
