package org.openhall.office;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.openhall.office.enrol.RevokeOutcome;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** {@code revoke-terminal ID --why WORDS}: locks a terminal out, at once. */
final class RevokeTerminalCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    Optional<String> why = arguments.option("--why").filter(text -> !text.isBlank());
    if (arguments.operands().size() != 1 || why.isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.revoke-incomplete"));
    }
    String id = arguments.operands().getFirst();
    return switch (Office.open(arguments, console).terminals().revoke(id, why.get())) {
      case RevokeOutcome.Revoked() -> revoked(id, arguments, console);
      case RevokeOutcome.AlreadyRevoked(Instant at) ->
          console.fail(
              OfficeMain.BAD_INPUT,
              Trouble.of("trouble.already-revoked", id, OfficeTime.minute(at)));
      case RevokeOutcome.NoSuchTerminal() ->
          console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.no-such-terminal", id));
    };
  }

  private static int revoked(String id, Arguments arguments, Console console) {
    console.say("terminals.now-revoked", id);
    if (arguments.wantsJson()) {
      console.out().println(JsonMapper.shared().createObjectNode().put("revoked", id));
    }
    return OfficeMain.DONE;
  }
}
