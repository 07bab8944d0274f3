package org.openhall.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.shell.Destination;

class GalleryTest {

  @Test
  void everyScreenLooksAsAgreedOn(@TempDir Path data) throws IOException {
    Path report = Path.of("target/gallery").toAbsolutePath();
    Exhibition exhibition = Exhibition.open(data);

    assertEquals(Set.of(), destinationsNotShown(exhibition), "add them to Exhibits");
    assertEquals(
        List.of(),
        Goldens.in(Path.of("..")).differences(exhibition, report),
        "Look at actual, expected and difference. If the change is wanted: ./openhall gallery --accept");
  }

  private static Set<Class<?>> destinationsNotShown(Exhibition exhibition) {
    Set<Class<?>> shown =
        exhibition.exhibits().stream()
            .filter(exhibit -> exhibit.scenery() == Scenery.SHOWN)
            .map(exhibit -> exhibit.destination().getClass())
            .collect(Collectors.toSet());
    return Arrays.stream(Destination.class.getPermittedSubclasses())
        .filter(kind -> !shown.contains(kind))
        .collect(Collectors.toSet());
  }
}
