package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** {@code import-sample}: imports the authored sample that ships with the program. */
final class ImportSampleCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    ImportWay way = new ImportWay(Office.open(arguments, console), arguments, console);
    ImportSpeaker speaker = new ImportSpeaker(arguments, console);
    Path sample = Path.of("sample");
    speaker.file(way.run("sample", catalog -> catalog.importSample(speaker.progressOf(sample))));
    return speaker.finish();
  }
}
