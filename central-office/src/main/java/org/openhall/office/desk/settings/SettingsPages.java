package org.openhall.office.desk.settings;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.people.Person;
import org.openhall.office.settings.OfficeProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /desk/settings}: what the office is called, and how long it keeps and trusts things. */
@Controller
public class SettingsPages {
  private static final String PAGE = "desk/settings/page";

  private final OfficeDatabase database;
  private final AuditLog log;

  SettingsPages(OfficeDatabase database, AuditLog log) {
    this.database = database;
    this.log = log;
  }

  /**
   * A setting as its field shows it.
   *
   * @param isWrong whether what was typed was refused
   */
  record Field(String key, String value, int least, int most, boolean isDays, boolean isWrong) {
    static Field of(OfficeSetting one, String value, boolean isWrong) {
      return new Field(one.key(), value, one.least(), one.most(), one.isDays(), isWrong);
    }
  }

  @GetMapping("/desk/settings")
  String page(@RequestParam(name = "done", defaultValue = "false") boolean done, Model model)
      throws IOException {
    List<Field> fields = new ArrayList<>();
    for (OfficeSetting one : OfficeSetting.values()) {
      fields.add(Field.of(one, one.get(database), false));
    }
    model.addAttribute("done", done);
    return shown(fields, model);
  }

  private String shown(List<Field> fields, Model model) throws IOException {
    model.addAttribute("fields", fields);
    model.addAttribute("wrong", fields.stream().filter(Field::isWrong).toList());
    OfficeProperties properties = OfficeProperties.of(database.folder());
    model.addAttribute("file", properties.file());
    model.addAttribute("said", said(properties));
    return PAGE;
  }

  /** Secrets lie in files of their own, so that all of it may be shown. */
  private static Map<String, String> said(OfficeProperties properties) {
    Map<String, String> said = new LinkedHashMap<>();
    OfficeProperties.known().forEach(key -> said.put(key, properties.get(key).orElse("")));
    return said;
  }

  /** All fields or none: what is wrong is named beside its field, and nothing is changed. */
  @PostMapping("/desk/settings")
  String change(@RequestParam Map<String, String> form, Person person, Model model)
      throws IOException, SQLException {
    List<Field> fields = new ArrayList<>();
    for (OfficeSetting one : OfficeSetting.values()) {
      String value = form.getOrDefault(one.key(), "").strip();
      fields.add(Field.of(one, value, !one.takes(value)));
    }
    if (fields.stream().anyMatch(Field::isWrong)) {
      model.addAttribute("done", false);
      return shown(fields, model);
    }
    write(fields, person);
    return "redirect:/desk/settings?done=true";
  }

  private void write(List<Field> fields, Person person) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      List<String> words = new ArrayList<>();
      for (OfficeSetting one : OfficeSetting.values()) {
        String before = one.get(database);
        String value = value(fields, one);
        if (!before.equals(value)) {
          one.in(database).set(connection, value);
          words.add(one.key() + ": " + before + " → " + value);
        }
      }
      if (!words.isEmpty()) {
        Entry entry =
            new Entry(person.id(), Deed.SETTING_CHANGED, "office", String.join("; ", words));
        log.add(connection, entry);
      }
      connection.commit();
    }
  }

  private static String value(List<Field> fields, OfficeSetting one) {
    return fields.stream()
        .filter(field -> field.key().equals(one.key()))
        .map(Field::value)
        .findFirst()
        .orElseThrow();
  }
}
