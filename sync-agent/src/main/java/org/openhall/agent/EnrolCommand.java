package org.openhall.agent;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.agent.enrol.StickEnrolment;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.link.status.EnrolmentStatus;
import org.openhall.link.status.StatusFile;

/** {@code enrol --office URL (--token T | --stick DIR [--code C]) [--hall NAME] [--again]}. */
final class EnrolCommand implements Command {

  @Override
  public Exit run(Arguments arguments, Console console) throws IOException, WrongArgumentException {
    URI office = office(arguments.required("--office"));
    Optional<String> stick = arguments.option("--stick");
    String token = stick.isPresent() ? "" : arguments.required("--token");
    Optional<InstanceLock> lock = InstanceLock.take(arguments.data());
    if (lock.isEmpty()) {
      return DataInUse.fail(arguments.data(), console);
    }
    try (InstanceLock _ = lock.get()) {
      EnrolOutcome outcome =
          stick.isPresent()
              ? byStick(Path.of(stick.get()), office, arguments)
              : byToken(token, office, arguments, console);
      remember(outcome, arguments.data(), console);
      return finish(outcome, console);
    }
  }

  private static EnrolOutcome byToken(
      String token, URI office, Arguments arguments, Console console)
      throws IOException, WrongArgumentException {
    AgentSettings settings = AgentSettings.read(arguments.data());
    settings.wrong().forEach(console::warn);
    Enrolment enrolment = new Enrolment(arguments.data(), settings.route(), Clock.systemUTC());
    Optional<EnrolOutcome> trouble = enrolment.trouble(office);
    return trouble.isPresent()
        ? trouble.get()
        : enrolment.enrol(
            new Enrolment.Wish(
                office, token, arguments.option("--hall").orElse(null), arguments.has("--again")));
  }

  private static EnrolOutcome byStick(Path stick, URI office, Arguments arguments)
      throws IOException, WrongArgumentException {
    return new StickEnrolment(arguments.data(), Clock.systemUTC())
        .enrol(
            new StickEnrolment.Wish(
                stick,
                arguments.option("--code").orElse(null),
                office,
                arguments.option("--hall").orElse(null),
                arguments.has("--again")));
  }

  /** For whoever looks at the terminal later: the fingerprint that the office shows as well. */
  private static void remember(EnrolOutcome outcome, Path data, Console console)
      throws IOException {
    if (outcome instanceof EnrolOutcome.Enrolled enrolled) {
      StatusFile.enrolment(data)
          .write(
              new EnrolmentStatus(
                  EnrolmentStatus.State.ENROLLED,
                  enrolled.trust().grouped(),
                  console.words().say(outcome.words()),
                  Clock.systemUTC().instant()));
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
                "channels", enrolled.identity().channels(),
                "fingerprint", enrolled.trust().grouped()));
        yield Exit.DONE;
      }
      case EnrolOutcome.RequestWritten written -> {
        console.say(outcome.words());
        console.result(Map.of("code", written.code().grouped()));
        yield Exit.DONE;
      }
      case EnrolOutcome.NoOffice _ -> console.fail(Exit.OFFICE_AWAY, outcome.words());
      case EnrolOutcome.AlreadyEnrolled _,
          EnrolOutcome.TokenRefused _,
          EnrolOutcome.WrongCode _,
          EnrolOutcome.WrongClock _,
          EnrolOutcome.WrongRoot _ ->
          console.fail(Exit.REFUSED, outcome.words());
    };
  }

  /** Enrolment tells a secret: without TLS it is not even tried. */
  private static URI office(String text) throws WrongArgumentException {
    try {
      URI office = new URI(text);
      if ("http".equals(office.getScheme())) {
        throw new WrongArgumentException("wrong.office-without-tls", text);
      }
      if ("https".equals(office.getScheme()) && office.getHost() != null) {
        return office;
      }
    } catch (URISyntaxException e) {
      throw new WrongArgumentException("wrong.office", text);
    }
    throw new WrongArgumentException("wrong.office", text);
  }
}
