package org.openhall.office.desk.release;

import java.util.List;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.keys.KeyRegister;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /desk/releases/keys}: whose key is whose. */
@Controller
final class KeysPage {
  private static final int DIGITS = 12;

  private final KeyRegister register;

  KeysPage(OfficeDatabase database) {
    this.register = new KeyRegister(database);
  }

  /** A key as the page lists it. */
  record Row(String role, String holder, String since, String until, String id) {
    static Row of(KeyRegister.Entry entry) {
      String until = entry.until() == null ? "" : entry.until().toString();
      String id = entry.id().substring(0, DIGITS);
      return new Row(entry.role(), entry.holder(), entry.since().toString(), until, id);
    }
  }

  @GetMapping("/desk/releases/keys")
  String keys(Model model) {
    List<Row> keys = register.all().stream().map(Row::of).toList();
    model.addAttribute("keys", keys);
    return "desk/release/keys";
  }
}
