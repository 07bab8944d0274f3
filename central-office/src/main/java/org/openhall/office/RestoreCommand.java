package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openhall.office.backup.Manifest;
import org.openhall.office.backup.Restore;
import org.openhall.office.text.Trouble;

/** {@code restore --from DIR}: an office out of the newest backup, in a new data folder. */
final class RestoreCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    Optional<String> from = arguments.option("--from");
    if (from.isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.restore-where"));
    }
    Path folder = Path.of(from.get()).toAbsolutePath();
    return switch (new Restore(folder, arguments.data()).run()) {
      case Restore.Outcome.Restored(Manifest manifest, boolean hadSettings) -> {
        console.say("restore.done", manifest.office(), manifest.madeAt(), manifest.files().size());
        if (hadSettings) {
          console.say("restore.settings", arguments.data());
        }
        yield OfficeMain.DONE;
      }
      case Restore.Outcome.NoBackup() ->
          console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.no-backup", folder));
      case Restore.Outcome.NotEmpty() ->
          console.fail(
              OfficeMain.BAD_INPUT, Trouble.of("trouble.restore-not-empty", arguments.data()));
      case Restore.Outcome.Damaged(List<String> paths) ->
          console.fail(
              OfficeMain.BAD_INPUT,
              Trouble.of("trouble.backup-damaged", paths.size(), paths.getFirst()));
    };
  }
}
