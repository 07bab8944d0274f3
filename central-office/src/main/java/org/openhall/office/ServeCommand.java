package org.openhall.office;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openhall.office.authority.Hosts;
import org.openhall.office.database.Running;
import org.openhall.office.text.Trouble;
import org.openhall.office.web.OfficeParts;
import org.openhall.office.web.OfficeServer;
import org.openhall.office.web.StartOutcome;
import tools.jackson.databind.json.JsonMapper;

/** {@code serve}: starts the server, which keeps the process alive. */
final class ServeCommand implements Command {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String USUAL_PORT = "8080";
  private static final String USUAL_TLS_PORT = "8443";
  private static final int HIGHEST_PORT = 65_535;

  /** What this process serves, until it ends. */
  private final List<Running> running = new CopyOnWriteArrayList<>();

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    Optional<Trouble> wrong = wrongPort(arguments);
    if (wrong.isPresent()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, wrong.get());
    }
    try {
      running.add(Running.server(arguments.data()));
      Office office = Office.open(arguments, console).unwatched();
      console.say("serve.database", office.database().name());
      return serve(parts(office), place(arguments), arguments, console);
    } catch (UnknownHostException e) {
      return console.fail(
          OfficeMain.WRONG_COMMAND_LINE,
          Trouble.of("trouble.no-host", String.valueOf(e.getMessage())));
    }
  }

  private static Optional<Trouble> wrongPort(Arguments arguments) {
    return Stream.of("--port", "--tls-port")
        .filter(option -> arguments.option(option).filter(o -> port(o).isEmpty()).isPresent())
        .findFirst()
        .map(option ->
            Trouble.of("trouble.no-port", arguments.option(option).orElseThrow(), option));
  }

  private static int serve(
      OfficeParts parts, OfficeServer.Place place, Arguments arguments, Console console)
      throws IOException {
    return switch (OfficeServer.start(parts, place)) {
      case StartOutcome.Started(OfficeServer server) -> {
        ready(server, place, console);
        console.say("trust.fingerprint", parts.anchors().fingerprint().grouped());
        yield finish(server, arguments, console);
      }
      case StartOutcome.PortInUse(String at, int taken) ->
          console.fail(OfficeMain.PORT_IN_USE, Trouble.of("trouble.port-in-use", at, taken));
      case StartOutcome.AddressRefused(String at, int asked, String detail) ->
          console.fail(
              OfficeMain.PORT_IN_USE, Trouble.of("trouble.address-refused", at, asked, detail));
    };
  }

  private static OfficeServer.Place place(Arguments arguments) throws IOException {
    String address = arguments.option("--bind").orElse(LOOPBACK);
    List<String> given =
        arguments.option("--host").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    return new OfficeServer.Place(
        address,
        port(arguments.option("--port").orElse(USUAL_PORT)).orElseThrow(),
        port(arguments.option("--tls-port").orElse(USUAL_TLS_PORT)).orElseThrow(),
        Hosts.of(given, address),
        Files.createDirectories(arguments.data().resolve("tmp")));
  }

  private static void ready(OfficeServer server, OfficeServer.Place place, Console console) {
    console.say("serve.ready", place.address(), server.port());
    console.say("serve.ready-tls", place.address(), server.tlsPort());
    console.say("serve.hosts", String.join(", ", new TreeSet<>(place.hosts())));
  }

  private static int finish(OfficeServer server, Arguments arguments, Console console) {
    if (arguments.wantsJson()) {
      console
          .out()
          .println(
              JsonMapper.shared()
                  .createObjectNode()
                  .put("port", server.port())
                  .put("tlsPort", server.tlsPort()));
    }
    return OfficeMain.DONE;
  }

  private static OfficeParts parts(Office office) throws IOException {
    return new OfficeParts(
        office.database(),
        office.name(),
        office.catalog(),
        office.releases(),
        office.enrolment(),
        office.terminals(),
        office.eventIntake(),
        office.sealedDesk(),
        office.eventRetention(),
        office.authority(),
        office.repository(),
        office.repositoryDir());
  }

  private static Optional<Integer> port(String typed) {
    if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > HIGHEST_PORT) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(typed));
  }
}
