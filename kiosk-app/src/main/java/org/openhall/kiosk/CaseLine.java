package org.openhall.kiosk;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.agentlink.AskOutcome;
import org.openhall.kiosk.agentlink.VisitLine;
import org.openhall.kiosk.screen.cases.CaseDesk;
import org.openhall.kiosk.shell.Session;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.SealKey;

/** Asks over a line of the visit's own, which ends with it; lives on the screen's thread. */
final class CaseLine implements CaseDesk {
  private final VisitLine.Parts parts;
  private final Supplier<Optional<SealKey>> office;
  private @Nullable VisitLine line;

  /**
   * A desk for every visit.
   *
   * @param office the office's key as the release shown names it
   */
  CaseLine(VisitLine.Parts parts, Session session, Supplier<Optional<SealKey>> office) {
    this.parts = parts;
    this.office = office;
    session.onEnd(this::end);
  }

  @Override
  public void ask(PersonalForm form, Consumer<AskOutcome> then) {
    VisitLine open = line == null ? new VisitLine(parts) : line;
    line = open;
    open.ask(form, office.get(), then);
  }

  @Override
  public void cancel() {
    if (line != null) {
      line.cancel();
    }
  }

  private void end() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
