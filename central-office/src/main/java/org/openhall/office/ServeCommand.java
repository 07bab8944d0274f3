package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.office.text.Trouble;
import org.openhall.office.web.OfficeParts;
import org.openhall.office.web.OfficeServer;
import org.openhall.office.web.StartOutcome;
import tools.jackson.databind.json.JsonMapper;

/** {@code serve}: starts the server, which keeps the process alive. */
final class ServeCommand implements Command {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String USUAL_PORT = "8080";
  private static final int HIGHEST_PORT = 65_535;

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    String typed = arguments.option("--port").orElse(USUAL_PORT);
    Optional<Integer> port = port(typed);
    if (port.isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.no-port", typed));
    }
    Office office = Office.open(arguments.data());
    Path work = Files.createDirectories(arguments.data().resolve("tmp"));
    String address = arguments.option("--bind").orElse(LOOPBACK);
    OfficeServer.Place place = new OfficeServer.Place(address, port.get(), work);
    return switch (OfficeServer.start(parts(office), place)) {
      case StartOutcome.Started(OfficeServer server) -> ready(server, place, arguments, console);
      case StartOutcome.PortInUse(String at, int taken) ->
          console.fail(OfficeMain.PORT_IN_USE, Trouble.of("trouble.port-in-use", at, taken));
      case StartOutcome.AddressRefused(String at, int asked, String detail) ->
          console.fail(
              OfficeMain.PORT_IN_USE, Trouble.of("trouble.address-refused", at, asked, detail));
    };
  }

  private static int ready(
      OfficeServer server, OfficeServer.Place place, Arguments arguments, Console console) {
    console.say("serve.ready", place.address(), server.port());
    if (arguments.wantsJson()) {
      console.out().println(JsonMapper.shared().createObjectNode().put("port", server.port()));
    }
    return OfficeMain.DONE;
  }

  private static OfficeParts parts(Office office) throws IOException {
    return new OfficeParts(
        office.name(),
        office.catalog(),
        office.releases(),
        office.enrolment(),
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
