package org.openhall.agent;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.agent.sync.InstanceLock;

/** {@code enrol --office URL --token T [--hall NAME] [--again]}. */
final class EnrolCommand implements Command {

  @Override
  public Exit run(Arguments arguments, Console console) throws IOException, WrongArgumentException {
    Enrolment.Wish wish =
        new Enrolment.Wish(
            office(arguments.required("--office")),
            arguments.required("--token"),
            arguments.option("--hall").orElse(null),
            arguments.has("--again"));
    Optional<InstanceLock> lock = InstanceLock.take(arguments.data());
    if (lock.isEmpty()) {
      return DataInUse.fail(arguments.data(), console);
    }
    try (InstanceLock _ = lock.get()) {
      Enrolment enrolment = new Enrolment(arguments.data(), Clock.systemUTC());
      return finish(enrolment.enrol(wish), console);
    }
  }

  private static Exit finish(EnrolOutcome outcome, Console console) {
    return switch (outcome) {
      case EnrolOutcome.Enrolled enrolled -> {
        console.say(outcome.words());
        console.result(
            Map.of(
                "terminal", enrolled.identity().terminalId(),
                "office", enrolled.officeName(),
                "channels", enrolled.identity().channels()));
        yield Exit.DONE;
      }
      case EnrolOutcome.NoOffice _ -> console.fail(Exit.OFFICE_AWAY, outcome.words());
      case EnrolOutcome.AlreadyEnrolled _, EnrolOutcome.TokenRefused _, EnrolOutcome.WrongRoot _ ->
          console.fail(Exit.REFUSED, outcome.words());
    };
  }

  private static URI office(String text) throws WrongArgumentException {
    try {
      URI office = new URI(text);
      boolean http = "http".equals(office.getScheme()) || "https".equals(office.getScheme());
      if (http && office.getHost() != null) {
        return office;
      }
    } catch (URISyntaxException e) {
      throw new WrongArgumentException("wrong.office", text);
    }
    throw new WrongArgumentException("wrong.office", text);
  }
}
