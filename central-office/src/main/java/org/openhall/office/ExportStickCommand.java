package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.openhall.office.stick.ExportOutcome;
import org.openhall.office.stick.StickExport;
import org.openhall.office.text.Figures;
import org.openhall.office.text.Trouble;
import org.openhall.repository.metadata.RepositoryException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code export-stick DIR}: the newest release on a stick, for terminals without a line. */
final class ExportStickCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, RepositoryException {
    if (arguments.operands().size() != 1) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.no-export-stick"));
    }
    Path stick = Path.of(arguments.operands().getFirst()).toAbsolutePath().normalize();
    if (!Files.isDirectory(stick)) {
      return console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.stick-away", stick.toString()));
    }
    Office office = Office.open(arguments, console);
    if (!office.hasKeys()) {
      throw new NoKeysException();
    }
    StickExport export = StickExport.plan(office.repositoryDir(), stick);
    console.say(
        "export.plan",
        export.files(),
        Figures.size(export.allBytes()),
        Figures.size(export.bytes()),
        Figures.size(export.room()));
    return finish(export.run(progress(export, console)), stick, arguments, console);
  }

  private static LongConsumer progress(StickExport export, Console console) throws IOException {
    ProgressLine line = new ProgressLine(console, console.messages().text("export.copying"));
    double all = Math.max(1, export.bytes());
    return written -> line.at(written / all, "export.written", written / 1000);
  }

  private static int finish(
      ExportOutcome outcome, Path stick, Arguments arguments, Console console) {
    return switch (outcome) {
      case ExportOutcome.Exported it -> {
        console.say(
            "export.done", it.release(), it.files(), it.written(), Figures.size(it.bytes()), stick);
        if (arguments.wantsJson()) {
          console.out().println(json(it));
        }
        yield OfficeMain.DONE;
      }
      case ExportOutcome.NothingPublished _ ->
          console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.export-nothing"));
      case ExportOutcome.NoRoom it ->
          console.fail(
              OfficeMain.MACHINE_FAILED,
              Trouble.of(
                  "trouble.export-room",
                  stick.toString(),
                  Figures.size(it.needed()),
                  Figures.size(it.room())));
      case ExportOutcome.Different it ->
          console.fail(
              OfficeMain.MACHINE_FAILED,
              Trouble.of(
                  "trouble.export-different",
                  stick.toString(),
                  it.files().size(),
                  it.files().getFirst()));
    };
  }

  private static ObjectNode json(ExportOutcome.Exported exported) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("release", exported.release())
        .put("files", exported.files())
        .put("written", exported.written())
        .put("bytes", exported.bytes());
  }
}
