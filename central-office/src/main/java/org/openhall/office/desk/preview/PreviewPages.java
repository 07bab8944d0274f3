package org.openhall.office.desk.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.openhall.repository.metadata.RepositoryException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code /desk/preview}: a record as terminals show it. */
@Controller
final class PreviewPages {
  private final PreviewRoom room;

  PreviewPages(PreviewRoom room) {
    this.room = room;
  }

  @GetMapping("/desk/preview")
  String page(@RequestParam String id, Model model, Locale locale)
      throws IOException, SQLException, RepositoryException, InterruptedException {
    String language = locale.getLanguage().equals("en") ? "en" : "zh-CN";
    Optional<PreviewRoom.Drawn> drawn = room.draw(id, language);
    model.addAttribute("id", id);
    model.addAttribute("outcome", drawn.map(d -> d.outcome().name()).orElse("NO_RECORD"));
    model.addAttribute("name", drawn.map(PreviewRoom.Drawn::name).orElse(""));
    return "desk/preview/page";
  }

  @GetMapping("/desk/preview/{name:[0-9a-f]{64}-(?:en|zh-CN)}/{look:portrait|landscape}.png")
  @ResponseBody
  ResponseEntity<Resource> picture(@PathVariable String name, @PathVariable String look) {
    Optional<Path> file = room.picture(name, look);
    return file.isEmpty()
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok()
            .contentType(MediaType.IMAGE_PNG)
            .body(new FileSystemResource(file.get()));
  }
}
