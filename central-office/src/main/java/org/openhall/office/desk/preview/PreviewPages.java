package org.openhall.office.desk.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.link.render.RenderOrder;
import org.openhall.office.proposal.Item;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * {@code /desk/preview}: records and warnings as terminals show them. A page comes at once, and
 * asks for its pictures then.
 */
@Controller
final class PreviewPages {
  private static final String PICTURES = "desk/preview/drawn :: drawn";
  private static final String ENGLISH = "en";

  private final PreviewRoom room;
  private final Subjects subjects;
  private final Clock clock;

  PreviewPages(PreviewRoom room, Subjects subjects, Clock clock) {
    this.room = room;
    this.subjects = subjects;
    this.clock = clock;
  }

  /** A record of the catalogue. */
  @GetMapping("/desk/preview")
  String page(
      @RequestParam String id, @RequestParam(defaultValue = "zh-CN") String words, Model model) {
    return frame("/desk/preview", id, words, model);
  }

  /** A record as the release that waits for signatures has it. */
  @GetMapping("/desk/preview/waiting")
  String waiting(
      @RequestParam String id, @RequestParam(defaultValue = "zh-CN") String words, Model model) {
    return frame("/desk/preview/waiting", id, words, model);
  }

  /** What a proposal makes of a record. */
  @GetMapping("/desk/preview/proposal/{number}")
  String proposal(
      @PathVariable long number,
      @RequestParam String id,
      @RequestParam(defaultValue = "zh-CN") String words,
      Model model) {
    model.addAttribute("proposal", number);
    return frame("/desk/preview/proposal/" + number, id, words, model);
  }

  private static String frame(String address, String id, String words, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("address", address);
    model.addAttribute("words", words.equals(ENGLISH) ? ENGLISH : "zh-CN");
    return "desk/preview/page";
  }

  @GetMapping("/desk/preview/pictures")
  String pictures(@RequestParam String id, @RequestParam String words, Model model)
      throws IOException, SQLException, InterruptedException {
    return drawn(subjects.inCatalogue(id), words, model);
  }

  @GetMapping("/desk/preview/waiting/pictures")
  String waitingPictures(@RequestParam String id, @RequestParam String words, Model model)
      throws IOException, SQLException, RepositoryException, InterruptedException {
    return drawn(subjects.waiting(id), words, model);
  }

  @GetMapping("/desk/preview/proposal/{number}/pictures")
  String proposalPictures(
      @PathVariable long number, @RequestParam String id, @RequestParam String words, Model model)
      throws IOException, SQLException, InterruptedException {
    Optional<Item> item = subjects.proposed(number, id);
    return item.filter(Item::isRemoval).isPresent()
        ? without("REMOVAL", model)
        : drawn(item.flatMap(Item::record), words, model);
  }

  private String drawn(Optional<EncodedRecord> record, String words, Model model)
      throws IOException, SQLException, InterruptedException {
    return record.isEmpty()
        ? without("NO_RECORD", model)
        : shown(room.draw(record.get(), words.equals(ENGLISH)), model);
  }

  /**
   * A warning that nobody has signed yet.
   *
   * @param until day and minute in the office's zone, as browsers send {@code datetime-local}
   */
  @PostMapping("/desk/preview/warning")
  String warning(
      @RequestParam String title,
      @RequestParam String text,
      @RequestParam String until,
      @RequestParam(defaultValue = "zh-CN") String words,
      Model model)
      throws IOException, InterruptedException {
    List<String> paragraphs =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Optional<Instant> end = end(until);
    if (title.isBlank() || paragraphs.isEmpty() || end.isEmpty()) {
      return without("UNFINISHED", model);
    } else if (!end.get().isAfter(clock.instant())) {
      return without("PAST", model);
    }
    RenderOrder.Warning warning =
        new RenderOrder.Warning(title.strip(), paragraphs, end.get().toString());
    return shown(room.draw(warning, words.equals(ENGLISH)), model);
  }

  private static Optional<Instant> end(String until) {
    try {
      return Optional.of(LocalDateTime.parse(until).atZone(OfficeTime.ZONE).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String without(String outcome, Model model) {
    return shown(PreviewRoom.Drawn.without(outcome), model);
  }

  private static String shown(PreviewRoom.Drawn drawn, Model model) {
    model.addAttribute("drawn", drawn);
    return PICTURES;
  }

  @GetMapping("/desk/preview/picture/{key:[0-9a-f]{64}}/{name:[a-z]+-\\d-\\d+x\\d+\\.png}")
  @ResponseBody
  ResponseEntity<Resource> picture(@PathVariable String key, @PathVariable String name) {
    Optional<Path> file = room.picture(key, name);
    return file.isEmpty()
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok()
            .contentType(MediaType.IMAGE_PNG)
            .body(new FileSystemResource(file.get()));
  }
}
