package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.office.backup.Verification;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.text.Trouble;

/** {@code verify [--from DIR]}: whether the office, or a backup of it, is what was written. */
final class VerifyCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    Optional<Path> backup = arguments.option("--from").map(Path::of);
    Office office = Office.open(arguments, console);
    Verification verification = new Verification(office.database());
    if (backup.isPresent()) {
      if (verification.ofBackup(backup.get().toAbsolutePath()).isEmpty()) {
        return console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.no-backup", backup.get()));
      }
    } else {
      verification.ofDatabase();
      verification.ofFiles(arguments.data().resolve("files"));
      if (office.hasKeys()) {
        verification.ofRepository(
            office.repositoryDir(),
            office.repository(),
            Arrays.stream(KeyRole.values()).map(KeyRole::roleName).toList());
      }
    }
    verification.troubles().forEach(wrong -> console.fail(OfficeMain.BAD_INPUT, wrong));
    console.say("verify.done", verification.looked(), verification.troubles().size());
    return verification.troubles().isEmpty() ? OfficeMain.DONE : OfficeMain.BAD_INPUT;
  }
}
