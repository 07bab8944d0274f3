package org.openhall.office;

import java.io.IOException;
import java.util.List;
import org.openhall.office.desk.release.SigningScripts;
import org.openhall.office.desk.release.SigningScripts.Script;

/**
 * {@code scripts}: the hashes of the scripts by which pages sign, to compare with what a page
 * shows.
 */
final class ScriptsCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    List<Script> scripts = SigningScripts.all();
    scripts.forEach(script -> console.out().println(script.sha256() + "  " + script.address()));
    console.say("scripts.code", SigningScripts.fingerprint(scripts));
    return OfficeMain.DONE;
  }
}
