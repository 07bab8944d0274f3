package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.office.backup.Backup;
import org.openhall.office.backup.Manifest;
import org.openhall.office.text.Trouble;

/** {@code backup --to DIR}: a copy of the whole office, while it runs. */
final class BackupCommand implements Command {
  private static final double MEGABYTE = 1e6;

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    Optional<String> to = arguments.option("--to");
    if (to.isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.backup-where"));
    }
    Path folder = Path.of(to.get()).toAbsolutePath().normalize();
    if (folder.startsWith(arguments.data())) {
      return console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.backup-inside", folder));
    }
    Office office = Office.open(arguments, console);
    Manifest manifest = new Backup(office.database(), office.clock()).write(folder);
    console.say(
        "backup.done", folder, manifest.files().size(), Math.ceil(manifest.bytes() / MEGABYTE));
    return OfficeMain.DONE;
  }
}
