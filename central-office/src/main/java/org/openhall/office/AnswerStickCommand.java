package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.link.Fingerprint;
import org.openhall.link.JsonFile;
import org.openhall.link.StickRequest;
import org.openhall.link.UnreadableFileException;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.enrol.EnrolOutcome;
import org.openhall.office.enrol.EnrolmentAnswer;
import org.openhall.office.text.TextTable;
import org.openhall.office.text.Trouble;

/**
 * {@code answer-stick DIR --code CODE [--hall HALL]}: lets a terminal in whose request came on a
 * stick. The code is what the terminal's own screen showed; without it the requests are listed.
 */
final class AnswerStickCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    if (arguments.operands().size() != 1) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.no-stick"));
    }
    Path stick = Path.of(arguments.operands().getFirst());
    List<Asked> requests = requests(stick);
    if (requests.isEmpty()) {
      return console.fail(
          OfficeMain.BAD_INPUT, Trouble.of("trouble.no-request-on-stick", stick.toString()));
    }
    Optional<String> code = arguments.option("--code");
    if (code.isEmpty()) {
      return list(requests, console);
    }
    Optional<Fingerprint> typed = Fingerprint.parse(code.get());
    Optional<Asked> meant =
        requests.stream()
            .filter(asked -> typed.equals(Optional.of(asked.request().fingerprint())))
            .findFirst();
    return meant.isPresent()
        ? answer(stick, meant.get(), arguments, console)
        : console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.no-such-code", stick.toString()));
  }

  private record Asked(SigningRequest request, String hall) {}

  private static List<Asked> requests(Path stick) throws IOException {
    Path folder = StickRequest.folder(stick);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Asked> requests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(StickRequest::isRequest).sorted().toList()) {
        read(folder, file.getFileName().toString()).ifPresent(requests::add);
      }
    }
    return requests;
  }

  /** What is no request is passed over: it is not the one with the code. */
  private static Optional<Asked> read(Path folder, String name) throws IOException {
    try {
      return new JsonFile<>(folder, name, StickRequest.class)
          .read()
          .flatMap(stick ->
              SigningRequest.read(stick.signingRequest().bytes())
                  .map(request ->
                      new Asked(request, Objects.requireNonNullElse(stick.hallName(), ""))));
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }

  private static int list(List<Asked> requests, Console console) {
    TextTable table =
        new TextTable(
            console.messages().text("stick.code"), console.messages().text("terminals.hall"));
    requests.forEach(asked -> table.row(asked.request().fingerprint().grouped(), asked.hall()));
    console.print(table.lines());
    return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.stick-without-code"));
  }

  private static int answer(Path stick, Asked asked, Arguments arguments, Console console)
      throws IOException, SQLException {
    Office office = Office.open(arguments, console);
    String hall = arguments.option("--hall").orElse(asked.hall());
    EnrolOutcome.Enrolled enrolled =
        office.enrolment().admit(asked.request(), hall.isBlank() ? null : hall);
    StickRequest.answerFile(stick, asked.request().fingerprint())
        .write(EnrolmentAnswer.of(enrolled, office.anchors(), office.name().get()));
    console.say("stick.answered", enrolled.terminalId());
    console.say("stick.answer-code", office.anchors().fingerprint().grouped());
    return OfficeMain.DONE;
  }
}
