package org.openhall.office;

import java.io.IOException;
import java.util.Optional;
import org.openhall.office.database.OfficeName;
import org.openhall.office.enrol.CertificateLife;
import org.openhall.office.text.Trouble;

/**
 * {@code init}: makes the data folder, keys and certificate authority, and names the office when
 * {@code --name} is given.
 */
final class InitCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    Optional<String> days = arguments.option("--certificate-days");
    if (days.isPresent() && !isLife(days.get())) {
      return console.fail(
          OfficeMain.WRONG_COMMAND_LINE,
          Trouble.of(
              "trouble.no-certificate-days",
              days.get(),
              CertificateLife.SHORTEST,
              CertificateLife.LONGEST));
    }
    Office office = Office.open(arguments.data());
    OfficeName name = office.name();
    arguments.option("--name").ifPresent(name::set);
    days.ifPresent(text -> new CertificateLife(office.database()).set(Integer.parseInt(text)));
    console.say("init.done", name.get(), arguments.data().toString());
    console.say("trust.fingerprint", office.anchors().fingerprint().grouped());
    return OfficeMain.DONE;
  }

  private static boolean isLife(String days) {
    return days.matches("\\d{1,4}")
        && Integer.parseInt(days) >= CertificateLife.SHORTEST
        && Integer.parseInt(days) <= CertificateLife.LONGEST;
  }
}
