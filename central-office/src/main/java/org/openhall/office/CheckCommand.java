package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import org.openhall.office.authored.AuthoredHall;
import org.openhall.office.authored.HallFolder;
import org.openhall.office.authored.Problem;
import org.openhall.office.text.Trouble;

/** {@code check DIR…}: checks halls' own content and says all that is wrong; imports nothing. */
final class CheckCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    if (arguments.operands().isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.nothing-to-check"));
    }
    int status = OfficeMain.DONE;
    for (String operand : arguments.operands()) {
      status = Math.max(status, check(Path.of(operand), console));
    }
    return status;
  }

  private static int check(Path folder, Console console) throws IOException {
    if (!HallFolder.isHall(folder)) {
      return console.fail(
          OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.no-hall", folder.toString()));
    }
    AuthoredHall hall = AuthoredHall.read(HallFolder.of(folder));
    for (Problem problem : hall.problems()) {
      String what = console.messages().text(problem.trouble());
      console.say("check.problem", problem.file(), problem.line(), what);
    }
    if (hall.problems().isEmpty()) {
      console.say("check.sound", folder.toString(), hall.records().size(), hall.files().size());
      return OfficeMain.DONE;
    }
    console.say("check.count", hall.problems().size());
    return OfficeMain.BAD_INPUT;
  }
}
