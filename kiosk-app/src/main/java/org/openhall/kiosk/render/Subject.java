package org.openhall.kiosk.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.content.codec.EmergencyList;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.Language;
import org.openhall.link.render.RenderOrder;

/**
 * What an order is about.
 *
 * @param page where it is seen; empty where it has no page of its own
 * @param alerts what stands over everything
 */
record Subject(
    Optional<Destination> page,
    Language language,
    String office,
    List<EmergencyList.Alert> alerts) {

  static Subject of(RenderOrder order, DraftContent content) {
    Language language = order.english() ? Language.ENGLISH : Language.CHINESE;
    RenderOrder.Warning warning = order.warning();
    return warning == null
        ? new Subject(
            content.record(order.id()).flatMap(Destination::of),
            language,
            order.office(),
            List.of())
        : new Subject(
            Optional.of(new Destination.Home()), language, order.office(), List.of(alert(warning)));
  }

  private static EmergencyList.Alert alert(RenderOrder.Warning warning) {
    return new EmergencyList.Alert(
        "preview", warning.title(), warning.text(), Instant.EPOCH, Instant.parse(warning.until()));
  }

  /** Lays it into the data folder of a terminal. */
  void publish(Path folder, DraftContent content) throws IOException {
    content.publish(folder, office);
    if (!alerts.isEmpty()) {
      EmergencyList list = new EmergencyList(Instant.EPOCH, List.of(), alerts);
      Files.write(folder.resolve("content").resolve(EmergencyList.FILE), list.toSealed());
    }
  }
}
