package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openhall.office.backup.Backup;
import org.openhall.office.backup.Manifest;
import org.openhall.office.backup.Pruning;
import org.openhall.office.text.Trouble;

/**
 * {@code backup --to DIR [--keep N] [--keep-days N]}: a copy of the whole office, while it runs; of
 * earlier ones there stay the newest N in all, and those of the last days.
 */
final class BackupCommand implements Command {
  private static final double MEGABYTE = 1e6;
  private static final String KEEP = "--keep";
  private static final String KEEP_DAYS = "--keep-days";
  private static final String NUMBER = "[1-9][0-9]{0,4}";

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
    for (String option : List.of(KEEP, KEEP_DAYS)) {
      if (arguments.option(option).filter(text -> !text.matches(NUMBER)).isPresent()) {
        return console.fail(
            OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.backup-keep", option));
      }
    }
    Office office = Office.open(arguments, console);
    Pruning pruning = pruning(arguments, office.clock().instant());
    Backup.Done done = new Backup(office.database(), office.clock()).write(folder, pruning);
    Manifest manifest = done.manifest();
    console.say(
        "backup.done", folder, manifest.files().size(), Math.ceil(manifest.bytes() / MEGABYTE));
    if (!pruning.equals(Pruning.NONE)) {
      Pruning.Gone gone = done.gone();
      console.say("backup.pruned", gone.backups(), Math.ceil(gone.bytes() / MEGABYTE));
    }
    return OfficeMain.DONE;
  }

  private static Pruning pruning(Arguments arguments, Instant now) {
    OptionalInt count =
        arguments
            .option(KEEP)
            .map(Integer::parseInt)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
    return new Pruning(
        count,
        arguments.option(KEEP_DAYS).map(days -> now.minus(Duration.ofDays(Long.parseLong(days)))));
  }
}
