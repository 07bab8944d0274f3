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
import org.openhall.agent.enrol.EnrolmentDesk;
import org.openhall.agent.enrol.FirstLook;
import org.openhall.agent.enrol.StickEnrolment;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.text.Sentence;
import org.openhall.link.EnrolmentCode;
import org.openhall.link.MalformedTokenException;
import org.openhall.link.message.EnrolmentCheck.State;

/**
 * {@code enrol (--office URL --token T | --code TEXT | --office URL --stick DIR [--code C]) [--hall
 * NAME] [--again]}.
 */
final class EnrolCommand implements Command {

  @Override
  public Exit run(Arguments arguments, Console console) throws IOException, WrongArgumentException {
    Optional<String> stick = arguments.option("--stick");
    Code code = code(arguments, stick.isPresent());
    Optional<InstanceLock> lock = InstanceLock.take(arguments.data());
    if (lock.isEmpty()) {
      return DataInUse.fail(arguments.data(), console);
    }
    try (InstanceLock _ = lock.get()) {
      EnrolOutcome outcome =
          stick.isPresent()
              ? byStick(Path.of(stick.get()), code.office(), arguments)
              : byToken(code.token(), code.office(), arguments, console);
      if (outcome instanceof EnrolOutcome.Enrolled enrolled) {
        EnrolmentDesk.remember(arguments.data(), enrolled, console.words(), Clock.systemUTC());
      }
      return finish(outcome, console);
    }
  }

  /** Which office, and by what token; none with a stick. */
  private record Code(URI office, String token) {}

  private static Code code(Arguments arguments, boolean isByStick) throws WrongArgumentException {
    if (isByStick) {
      return new Code(office(arguments.required("--office")), "");
    }
    Optional<String> shown = arguments.option("--code");
    if (shown.isEmpty()) {
      return new Code(office(arguments.required("--office")), arguments.required("--token"));
    }
    try {
      EnrolmentCode code =
          EnrolmentCode.parse(shown.get())
              .orElseThrow(() -> new WrongArgumentException("wrong.code", "--code"));
      return new Code(code.office(), code.token().text());
    } catch (MalformedTokenException e) {
      throw new WrongArgumentException("wrong.code-damaged", "--code");
    }
  }

  private static EnrolOutcome byToken(
      String token, URI office, Arguments arguments, Console console)
      throws IOException, WrongArgumentException {
    AgentSettings settings = AgentSettings.read(arguments.data());
    settings.wrong().forEach(console::warn);
    Clock clock = Clock.systemUTC();
    FirstLook.Report first =
        new FirstLook(arguments.data(), settings.route(), clock).look(Optional.of(office));
    first.found().stream()
        .filter(one -> one.state() == State.WELL)
        .forEach(one -> console.say(one.words()));
    return first.trouble().isPresent()
        ? first.trouble().get()
        : new Enrolment(arguments.data(), settings.route(), clock)
            .enrol(
                new Enrolment.Wish(
                    office,
                    token,
                    arguments.option("--hall").orElse(null),
                    arguments.has("--again")));
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

  private static Exit finish(EnrolOutcome outcome, Console console) {
    return switch (outcome) {
      case EnrolOutcome.Enrolled enrolled -> {
        console.say(outcome.words());
        console.say(Sentence.of("enrol.key", enrolled.key().grouped()));
        console.result(
            Map.of(
                "terminal", enrolled.identity().terminalId(),
                "office", enrolled.officeName(),
                "channels", enrolled.identity().channels(),
                "fingerprint", enrolled.trust().grouped(),
                "key", enrolled.key().grouped()));
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
