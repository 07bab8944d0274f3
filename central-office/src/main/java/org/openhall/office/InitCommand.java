package org.openhall.office;

import java.io.IOException;
import org.openhall.office.database.OfficeName;

/** {@code init}: makes the data folder, and names the office when {@code --name} is given. */
final class InitCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    OfficeName office = Office.open(arguments.data()).name();
    arguments.option("--name").ifPresent(office::set);
    console.say("init.done", office.get(), arguments.data().toString());
    return OfficeMain.DONE;
  }
}
