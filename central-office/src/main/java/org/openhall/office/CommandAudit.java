package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;

/** What commands did goes into the audit log too, when it is done. */
final class CommandAudit {
  private static final Map<String, Deed> DEEDS =
      Map.ofEntries(
          Map.entry("init", Deed.SETTING_CHANGED),
          Map.entry("import", Deed.IMPORTED),
          Map.entry("import-sample", Deed.IMPORTED),
          Map.entry("keys", Deed.KEYS_CHANGED),
          Map.entry("intake", Deed.KEYS_CHANGED),
          Map.entry("publish", Deed.RELEASE_PUBLISHED),
          Map.entry("emergency", Deed.EMERGENCY_SHOWN),
          Map.entry("withdraw", Deed.WITHDRAWN),
          Map.entry("token", Deed.TOKEN_ISSUED),
          Map.entry("answer-stick", Deed.TERMINAL_ADMITTED),
          Map.entry("revoke-terminal", Deed.TERMINAL_REVOKED));

  private static final Map<String, Deed> RELEASE =
      Map.of(
          "prepare", Deed.RELEASE_PREPARED,
          "roll-back", Deed.RELEASE_ROLLED_BACK,
          "sign", Deed.RELEASE_SIGNED,
          "publish", Deed.RELEASE_PUBLISHED);

  /** Of commands that also only look. */
  private static final Set<String> LOOKING = Set.of("list", "keys", "open", "requests");

  private CommandAudit() {}

  /** Notes what a command did, by the words of its line; no option but the reason is among them. */
  static void note(Arguments arguments, Console console) throws IOException, SQLException {
    Optional<Deed> deed = deed(arguments);
    if (deed.isPresent()) {
      Entry entry =
          Entry.ofCommand(
              deed.get(),
              String.join(" ", arguments.operands()),
              arguments.option("--why").orElse(""));
      Office.open(arguments, console).auditLog().add(entry);
    }
  }

  private static Optional<Deed> deed(Arguments arguments) {
    List<String> words = arguments.operands();
    String first = words.isEmpty() ? "" : words.getFirst();
    if (arguments.command().equals("release")) {
      return Optional.ofNullable(RELEASE.get(first));
    } else if (arguments.command().equals("withdraw") && arguments.has("--undo")) {
      return Optional.of(Deed.WITHDRAWAL_UNDONE);
    }
    return LOOKING.contains(first)
        ? Optional.empty()
        : Optional.ofNullable(DEEDS.get(arguments.command()));
  }
}
