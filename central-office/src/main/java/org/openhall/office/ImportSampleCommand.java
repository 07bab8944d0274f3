package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.openhall.office.catalog.Catalog;

/** {@code import-sample}: imports the authored sample that ships with the program. */
final class ImportSampleCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    Catalog catalog = Office.open(arguments, console).catalog();
    ImportSpeaker speaker = new ImportSpeaker(arguments, console);
    speaker.file(catalog.importSample(speaker.progressOf(Path.of("sample"))));
    return speaker.finish();
  }
}
