package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.office.audit.Entry;
import org.openhall.office.people.Listed;
import org.openhall.office.people.People;
import org.openhall.office.people.PeopleOutcome;
import org.openhall.office.people.Role;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TextTable;
import org.openhall.office.text.Trouble;
import org.openhall.office.text.TroubleException;

/**
 * {@code people add ID --name NAME [--role ROLE,ROLE]}, {@code people code ID}, {@code people roles
 * ID --role ROLE,ROLE}, {@code people disable ID}, {@code people list}: who works at the desk; the
 * first administrators are made so.
 */
final class PeopleCommand implements Command {
  private static final String NONE = "—";

  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, TroubleException {
    List<String> words = arguments.operands();
    Office office = Office.open(arguments, console);
    if (words.equals(List.of("list"))) {
      return list(office.people(), console);
    } else if (words.size() != 2) {
      throw new TroubleException("trouble.people-usage");
    }
    String id = words.get(1);
    return switch (words.getFirst()) {
      case "add" -> add(id, arguments, office.people(), console);
      case "code" -> said(office.people().giveCode(id, Entry.COMMAND), id, console);
      case "roles" -> said(office.people().grant(id, roles(arguments), Entry.COMMAND), id, console);
      case "disable" -> said(office.people().disable(id, Entry.COMMAND), id, console);
      case "enable" -> said(office.people().enable(id, Entry.COMMAND), id, console);
      default -> throw new TroubleException("trouble.people-usage");
    };
  }

  private static int add(String id, Arguments arguments, People people, Console console)
      throws SQLException, TroubleException {
    Set<Role> roles = roles(arguments);
    if (!Role.goTogether(roles)) {
      return said(new PeopleOutcome.Refused(PeopleOutcome.Why.ROLES_APART), id, console);
    }
    PeopleOutcome added = people.add(id, arguments.option("--name").orElse(id), Entry.COMMAND);
    if (added instanceof PeopleOutcome.Code && !roles.isEmpty()) {
      people.grant(id, roles, Entry.COMMAND);
    }
    return said(added, id, console);
  }

  private static Set<Role> roles(Arguments arguments) throws TroubleException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : arguments.option("--role").orElse("").split(",", -1)) {
      if (!name.isBlank()) {
        roles.add(role(name.strip()));
      }
    }
    return roles;
  }

  private static Role role(String name) throws TroubleException {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Role role : Role.values()) {
      if (role.name().equals(wanted)) {
        return role;
      }
    }
    throw new TroubleException("trouble.no-desk-role", name);
  }

  private static int said(PeopleOutcome outcome, String id, Console console) {
    return switch (outcome) {
      case PeopleOutcome.Done() -> {
        console.say("people.done", id);
        yield OfficeMain.DONE;
      }
      case PeopleOutcome.Code(String code) -> {
        console.say("people.code", id, People.FIRST.toHours());
        console.out().println(code);
        yield OfficeMain.DONE;
      }
      case PeopleOutcome.Refused(PeopleOutcome.Why why) ->
          console.fail(OfficeMain.BAD_INPUT, Trouble.of("people.refused." + why, id));
    };
  }

  private static int list(People people, Console console) {
    Messages messages = console.messages();
    TextTable table =
        new TextTable(
            messages.text("people.id"),
            messages.text("people.name"),
            messages.text("people.roles"),
            messages.text("people.state"));
    for (Listed one : people.all()) {
      String roles =
          one.person().roles().stream()
              .sorted()
              .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      table.row(
          one.person().id(),
          one.person().name(),
          roles.isEmpty() ? NONE : roles,
          state(one, messages));
    }
    console.print(table.lines());
    return OfficeMain.DONE;
  }

  private static String state(Listed one, Messages messages) {
    if (one.disabledAt() != null) {
      return messages.text("people.disabled", OfficeTime.day(one.disabledAt()));
    }
    return messages.text(one.hasSignedIn() ? "people.ready" : "people.not-yet");
  }
}
