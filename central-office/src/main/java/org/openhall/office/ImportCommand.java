package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openhall.office.authored.HallFolder;
import org.openhall.office.catalog.ImportOutcome;
import org.openhall.office.text.Trouble;

/**
 * {@code import FILE|DIR…}: imports files; of a hall's own folder, all of it; of another folder,
 * every file that it recognises. Each file is a transaction of its own: one that is broken changes
 * nothing, and the others are still imported. What was edited at the desk stays; what the source
 * has anew for it is proposed, or with {@code --over-edits} written.
 */
final class ImportCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    if (arguments.operands().isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.nothing-to-import"));
    }
    ImportWay way = new ImportWay(Office.open(arguments, console), arguments, console);
    ImportSpeaker speaker = new ImportSpeaker(arguments, console);
    for (String operand : arguments.operands()) {
      Path path = Path.of(operand);
      if (HallFolder.isHall(path)) {
        speaker.file(
            way.run(operand, catalog -> catalog.importHall(path, speaker.progressOf(path))));
      } else if (Files.isDirectory(path)) {
        importFolder(way, path, speaker);
      } else {
        speaker.file(file(way, path, speaker));
      }
    }
    return speaker.finish();
  }

  private static ImportOutcome file(ImportWay way, Path path, ImportSpeaker speaker)
      throws IOException, SQLException {
    return way.run(
        String.valueOf(path.getFileName()),
        catalog -> catalog.importFile(path, speaker.progressOf(path)));
  }

  private static void importFolder(ImportWay way, Path folder, ImportSpeaker speaker)
      throws IOException, SQLException {
    int imported = 0;
    for (Path path : files(folder)) {
      ImportOutcome outcome = file(way, path, speaker);
      imported += outcome instanceof ImportOutcome.NotRecognised ? 0 : 1;
      speaker.fileOfFolder(outcome);
    }
    if (imported == 0) {
      speaker.trouble(Trouble.of("trouble.nothing-recognised", folder.toString()));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(entries.filter(Files::isRegularFile).sorted().toList());
    }
  }
}
