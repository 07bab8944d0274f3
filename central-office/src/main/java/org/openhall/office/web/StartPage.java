package org.openhall.office.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhall.office.keys.KeyWarnings;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code GET /}: the office at a glance, in Chinese or English. */
@Controller
class StartPage {
  private static final Logger LOG = LoggerFactory.getLogger(StartPage.class);
  private static final int TERMINALS_SHOWN = 50;

  private final OfficeParts parts;

  StartPage(OfficeParts parts) {
    this.parts = parts;
  }

  /** A line of a table: a label and a figure. */
  record Line(String label, String value) {}

  @GetMapping("/")
  String page(@RequestParam(name = "lang", defaultValue = "zh-CN") String language, Model model) {
    Messages messages = Messages.of(language);
    OfficeStatus status = OfficeStatus.of(parts);
    model.addAttribute("m", messages);
    model.addAttribute("status", status);
    model.addAttribute("publishedAt", minute(status.publishedAt()));
    model.addAttribute("records", records(status.recordsByType(), messages));
    model.addAttribute("terminals", terminals(messages));
    model.addAttribute("warnings", warnings(messages));
    return "start";
  }

  private static List<Line> records(Map<String, Long> byType, Messages messages) {
    return byType.entrySet().stream()
        .map(type ->
            new Line(
                messages.textOr("record." + type.getKey(), type.getKey()),
                String.format(Locale.ROOT, "%,d", type.getValue())))
        .toList();
  }

  private List<Line> terminals(Messages messages) {
    return parts.terminals().all().stream()
        .limit(TERMINALS_SHOWN)
        .map(terminal ->
            new Line(
                terminal.hall() == null ? messages.text("page.no-hall") : terminal.hall(),
                terminal.id() + " · " + OfficeTime.minute(terminal.enrolledAt())))
        .toList();
  }

  /** What has to be done about keys; where that cannot be said, the office's log says why. */
  private List<String> warnings(Messages messages) {
    try {
      return KeyWarnings.of(parts.repository().standing(), OfficeTime.clock().instant()).stream()
          .map(messages::text)
          .toList();
    } catch (IOException | RepositoryException e) {
      LOG.error("Keys and signatures cannot be looked at", e);
      return List.of(messages.text("keys.warn-unreadable"));
    }
  }

  private static String minute(@Nullable String instant) {
    return instant == null ? "" : OfficeTime.minute(Instant.parse(instant));
  }
}
