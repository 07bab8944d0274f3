package org.openhall.office;

import java.io.IOException;
import org.openhall.link.EnrolmentToken;
import org.openhall.office.enrol.Enrolment;
import tools.jackson.databind.json.JsonMapper;

/** {@code token}: makes a one-time enrolment token and shows it once. */
final class TokenCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    Office office = Office.open(arguments, console);
    EnrolmentToken token =
        office.enrolment().issue(office.anchors(), arguments.option("--hall").orElse(null));
    console.say("token.issued", Enrolment.LIFE.toHours());
    console.out().println(token.text());
    console.say("trust.fingerprint", token.trust().grouped());
    if (arguments.wantsJson()) {
      console
          .out()
          .println(
              JsonMapper.shared()
                  .createObjectNode()
                  .put("token", token.text())
                  .put("fingerprint", token.trust().grouped())
                  .put("validHours", Enrolment.LIFE.toHours()));
    }
    return OfficeMain.DONE;
  }
}
