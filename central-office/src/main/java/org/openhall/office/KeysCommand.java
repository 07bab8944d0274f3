package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.office.keys.KeyDesk;
import org.openhall.office.keys.KeyDesk.Held;
import org.openhall.office.keys.KeyRegister;
import org.openhall.office.keys.KeyRing;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.keys.KeyWarnings;
import org.openhall.office.text.TextTable;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.KeyFile;
import org.openhall.repository.publisher.Standing;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code keys …}: makes, shows, rotates, renews and revokes keys. */
final class KeysCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, RepositoryException, TroubleException {
    Office office = Office.open(arguments, console);
    Keys keys = new Keys(arguments, console, office);
    List<String> words = arguments.operands();
    String action = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.subList(Math.min(1, words.size()), words.size());
    try {
      run(action, rest, keys, arguments);
    } catch (RepositoryException.NotEnoughSignatures e) {
      // The office's own files were read before: it is the keys handed in that do not count.
      throw new TroubleException("trouble.keys-do-not-count", e.file(), e.valid(), e.threshold());
    }
    return OfficeMain.DONE;
  }

  private static void run(String action, List<String> rest, Keys keys, Arguments arguments)
      throws IOException, RepositoryException, TroubleException {
    Console console = keys.console();
    switch (action) {
      case "new" -> make(Keys.role(only(rest)), keys, console);
      case "list" -> list(keys.office(), arguments, console);
      case "rotate" -> rotate(rest, keys, console);
      case "renew" -> renew(Keys.role(only(rest)), keys, console);
      case "revoke" -> revoke(only(rest), keys, console);
      case "staff" -> staff(rest, keys, console);
      case "requests" -> KeyIntake.list(keys.office(), console);
      default -> throw new TroubleException("trouble.keys-usage");
    }
  }

  private static void make(KeyRole role, Keys keys, Console console)
      throws IOException, TroubleException {
    if (role.isOnline()) {
      throw new TroubleException("trouble.online-key", role.roleName());
    }
    KeyFile made = keys.create(role).file();
    console.say("keys.made", role.roleName(), KeyRow.shown(made.key().id().hex()), made.file());
  }

  private static void staff(List<String> words, Keys keys, Console console)
      throws IOException, RepositoryException, TroubleException {
    if (words.equals(List.of("add")) && keys.arguments().has("--request")) {
      KeyIntake.take(keys, console);
      return;
    } else if (words.size() != 2) {
      throw new TroubleException("trouble.keys-usage");
    }
    KeyDesk desk = keys.office().keyDesk();
    switch (words.getFirst()) {
      case "add" -> {
        KeyRole role = Keys.role(words.get(1));
        if (!role.isStaff()) {
          throw new TroubleException("trouble.not-staff", role.roleName());
        }
        KeyFile key = KeyRing.read(Path.of(keys.required("--key")));
        desk.add(role, key, keys.targets());
        console.say("keys.added", key.label().holder(), role.roleName());
      }
      case "remove" -> revoke(words.get(1), keys, console);
      default -> throw new TroubleException("trouble.keys-usage");
    }
  }

  /** The keys that must agree are opened before a new one is made: a slip leaves no file behind. */
  private static void rotate(List<String> words, Keys keys, Console console)
      throws IOException, RepositoryException, TroubleException {
    if (words.isEmpty()) {
      throw new TroubleException("trouble.keys-usage");
    }
    KeyDesk desk = keys.office().keyDesk();
    KeyRole role = Keys.role(words.getFirst());
    switch (role) {
      case SNAPSHOT, TIMESTAMP -> desk.replaceOnline(role, keys.root());
      case TARGETS -> {
        List<SigningKey> root = keys.root();
        desk.replaceTargets(keys.create(role), root);
      }
      case ROOT -> {
        Held old = old(role, words, desk);
        List<SigningKey> root = keys.root();
        desk.replaceRoot(old, keys.create(role), root);
      }
      case EDITORS, REVIEWERS, EMERGENCY -> {
        Held old = old(role, words, desk);
        SigningKey targets = keys.targets();
        desk.replaceStaff(old, keys.create(role), targets);
      }
    }
    console.say("keys.rotated", role.roleName());
    sayUnsigned(keys.office(), console);
  }

  /** The key that is named, or the only one of the role. */
  private static Held old(KeyRole role, List<String> words, KeyDesk desk)
      throws IOException, RepositoryException, TroubleException {
    List<Held> held = desk.held().stream().filter(h -> h.role() == role).toList();
    if (words.size() == 1 && held.size() == 1) {
      return held.getFirst();
    }
    Held found = desk.find(words.size() == 2 ? words.get(1) : "");
    if (found.role() != role) {
      throw new TroubleException("trouble.no-such-key", words.get(1));
    }
    return found;
  }

  private static void renew(KeyRole role, Keys keys, Console console)
      throws IOException, RepositoryException, TroubleException {
    KeyDesk desk = keys.office().keyDesk();
    switch (role) {
      case ROOT -> desk.renewRoot(keys.root());
      case TARGETS -> desk.renewTargets(keys.targets());
      case SNAPSHOT, TIMESTAMP -> keys.office().repository().renewTimestamp();
      case EDITORS, REVIEWERS -> throw new TroubleException("trouble.renew-by-signing");
      case EMERGENCY -> throw new TroubleException("trouble.renew-emergency");
    }
    console.say("keys.renewed", role.roleName());
  }

  private static void revoke(String id, Keys keys, Console console)
      throws IOException, RepositoryException, TroubleException {
    KeyDesk desk = keys.office().keyDesk();
    Held held = desk.find(id);
    switch (held.role()) {
      case ROOT -> desk.withdrawRoot(held, keys.root());
      case EDITORS, REVIEWERS, EMERGENCY -> desk.remove(held, keys.targets());
      case TARGETS, SNAPSHOT, TIMESTAMP ->
          throw new TroubleException("trouble.last-key", held.role().roleName());
    }
    console.say("keys.revoked", KeyRow.shown(held.id()), held.role().roleName());
    sayUnsigned(keys.office(), console);
  }

  private static void sayUnsigned(Office office, Console console)
      throws IOException, RepositoryException {
    for (String role : office.repository().standing().unsigned()) {
      console.say("keys.warn-unsigned", role);
    }
  }

  private static void list(Office office, Arguments arguments, Console console)
      throws IOException, RepositoryException {
    Standing standing = office.repository().standing();
    List<Held> held = office.keyDesk().held();
    List<KeyRow> rows =
        held.stream().map(key -> KeyRow.of(key, standing, console.messages())).toList();
    TextTable table = KeyRow.table(console.messages());
    rows.forEach(row -> row.addTo(table));
    addFormer(table, held, office.keyRegister().all(), console);
    console.print(table.lines());
    KeyWarnings.of(standing, office.clock().instant())
        .forEach(warning -> console.out().println(console.messages().text(warning)));
    if (arguments.wantsJson()) {
      ObjectNode json = JsonMapper.shared().createObjectNode();
      ArrayNode array = json.putArray("keys");
      rows.forEach(row -> row.addTo(array));
      console.out().println(json);
    }
  }

  private static void addFormer(
      TextTable table, List<Held> held, List<KeyRegister.Entry> entries, Console console) {
    Set<String> present =
        held.stream().map(h -> h.role().roleName() + h.id()).collect(Collectors.toSet());
    for (KeyRegister.Entry entry : entries) {
      LocalDate until = entry.until();
      if (until != null && !present.contains(entry.role() + entry.id())) {
        KeyRow.former(entry, until, console.messages()).addTo(table);
      }
    }
  }

  private static String only(List<String> words) throws TroubleException {
    if (words.size() != 1) {
      throw new TroubleException("trouble.keys-usage");
    }
    return words.getFirst();
  }
}
