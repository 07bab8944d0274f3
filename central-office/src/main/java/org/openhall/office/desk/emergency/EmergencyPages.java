package org.openhall.office.desk.emergency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.EmergencyList.Withdrawal;
import org.openhall.office.desk.release.SigningPage;
import org.openhall.office.people.Person;
import org.openhall.office.publish.EmergencyDesk.Undone;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /desk/emergency}: notices over everything, and records taken off every screen. */
@Controller
final class EmergencyPages {
  private static final int LONGEST_STATEMENT = 16 * 1024;

  /** Bytes of a body: base 64 makes four of three, and there is room for the names around. */
  private static final int LONGEST = 2 * (EmergencyList.LARGEST + LONGEST_STATEMENT);

  private final EmergencyRoom room;
  private final RepositoryPublisher repository;

  EmergencyPages(EmergencyRoom room, RepositoryPublisher repository) {
    this.room = room;
    this.repository = repository;
  }

  /** A notice that is on the screens. */
  record Shown(String id, String title, List<String> text, String from, String until) {}

  /** A record that is off the screens. */
  record Off(String id, String title, String why, String at, String revision, boolean isUndone) {}

  @GetMapping("/desk/emergency")
  String page(@RequestParam(defaultValue = "") String record, Model model, Locale locale)
      throws IOException, SQLException, RepositoryException {
    SigningPage.fill(model, locale, repository);
    model.addAttribute(
        "shown",
        room.shown().stream()
            .map(a ->
                new Shown(
                    a.id(),
                    a.title(),
                    a.text(),
                    OfficeTime.minute(a.from()),
                    OfficeTime.minute(a.until())))
            .toList());
    model.addAttribute("withdrawn", withdrawn());
    model.addAttribute("record", record);
    return "desk/emergency/page";
  }

  private List<Off> withdrawn() throws IOException, SQLException, RepositoryException {
    List<Off> list = new ArrayList<>();
    for (Withdrawal w : room.withdrawn()) {
      OptionalInt present = room.revision(w.id());
      boolean undone = present.isPresent() && !w.isOf(present.getAsInt());
      String revision = w.revision() == null ? "" : String.valueOf(w.revision());
      list.add(
          new Off(
              w.id(),
              room.name(w.id()).orElse(""),
              w.why(),
              OfficeTime.minute(w.at()),
              revision,
              undone));
    }
    return list;
  }

  /** The revision of a record, as it would be withdrawn; empty where there is none. */
  @GetMapping("/desk/emergency/revision")
  @ResponseBody
  ResponseEntity<String> revision(@RequestParam String id) throws SQLException {
    OptionalInt revision = room.revision(id);
    return revision.isEmpty()
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok(Integer.toString(revision.getAsInt()));
  }

  /** The version that the role's next word has. */
  @GetMapping("/desk/emergency/version")
  @ResponseBody
  String version() throws IOException {
    return Long.toString(room.desk().nextVersion());
  }

  /** Takes what a browser signed: {@code list} and {@code statement}, both in base 64. */
  @PostMapping(path = "/desk/emergency/list", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ResponseEntity<String> take(Person person, HttpServletRequest request)
      throws IOException, SQLException, RepositoryException {
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    try {
      JsonNode sent = JsonMapper.shared().readTree(body);
      Base64.Decoder base64 = Base64.getDecoder();
      byte[] list = base64.decode(sent.path("list").asString(""));
      byte[] statement = base64.decode(sent.path("statement").asString(""));
      return ResponseEntity.ok(room.take(person, list, statement).name());
    } catch (JacksonException | IllegalArgumentException e) {
      return ResponseEntity.badRequest().build();
    }
  }

  @PostMapping("/desk/emergency/undo")
  String undo(Person person, @RequestParam String id, RedirectAttributes said)
      throws IOException, SQLException, RepositoryException {
    String key =
        switch (room.undo(person, id)) {
          case Undone.Revised _ -> "emergency.undone";
          case Undone.NoSuchRecord _ -> "emergency.no-such-record";
          case Undone.NotWithdrawn _ -> "emergency.not-withdrawn";
          case Undone.ForGood _ -> "emergency.for-good";
        };
    said.addFlashAttribute(key.equals("emergency.undone") ? "done" : "trouble", key);
    return "redirect:/desk/emergency";
  }
}
