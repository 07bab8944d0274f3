package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.openhall.office.api.ApiToken;
import org.openhall.office.api.ApiTokens;
import org.openhall.office.api.Scope;
import org.openhall.office.audit.Entry;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TroubleException;

/**
 * {@code api-token new --name NAME --source SOURCE [--days DAYS]}: makes a token by which another
 * system pushes guides, and shows it once; {@code api-token list}; {@code api-token revoke NUMBER}.
 */
final class ApiTokenCommand implements Command {
  private static final int DAYS = 180;

  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, TroubleException {
    ApiTokens tokens = Office.open(arguments, console).apiTokens();
    List<String> words = arguments.operands();
    if (words.equals(List.of("new"))) {
      return make(tokens, arguments, console);
    } else if (words.equals(List.of("list"))) {
      return list(tokens, console);
    } else if (words.size() == 2 && words.getFirst().equals("revoke")) {
      return revoke(tokens, words.getLast(), console);
    }
    throw new TroubleException("trouble.api-token-usage");
  }

  private static int make(ApiTokens tokens, Arguments arguments, Console console)
      throws SQLException, TroubleException {
    Optional<String> name = arguments.option("--name").filter(text -> !text.isBlank());
    Optional<String> source = arguments.option("--source").filter(text -> !text.isBlank());
    String days = arguments.option("--days").orElse(Integer.toString(DAYS));
    if (name.isEmpty()
        || source.isEmpty()
        || !days.matches("\\d{1,3}")
        || !ApiTokens.Wanted.isLife(Integer.parseInt(days))) {
      throw new TroubleException("trouble.api-token-usage");
    }
    ApiTokens.Wanted wanted =
        new ApiTokens.Wanted(
            name.get(), source.get(), EnumSet.allOf(Scope.class), Integer.parseInt(days));
    String text = tokens.issue(wanted, Entry.COMMAND);
    console.say("api-token.issued", days);
    console.out().println(text);
    return OfficeMain.DONE;
  }

  private static int list(ApiTokens tokens, Console console) {
    for (ApiToken token : tokens.all()) {
      String until =
          token.revokedAt() == null
              ? OfficeTime.minute(token.expiresAt())
              : console.messages().text("api-token.revoked");
      console.say("api-token.line", token.id(), token.name(), token.source(), until);
    }
    return OfficeMain.DONE;
  }

  private static int revoke(ApiTokens tokens, String number, Console console)
      throws SQLException, TroubleException {
    if (!number.matches("\\d{1,18}") || !tokens.revoke(Long.parseLong(number), Entry.COMMAND)) {
      throw new TroubleException("trouble.no-api-token", number);
    }
    console.say("api-token.now-revoked", number);
    return OfficeMain.DONE;
  }
}
