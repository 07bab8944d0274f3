package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page that shows all pictures side by side. */
final class ContactSheet {
  private ContactSheet() {}

  /**
   * Writes index.html.
   *
   * @param names of the pictures, relative to the folder and without their ending
   */
  static void write(Path folder, List<String> names) throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            <!doctype html><meta charset="utf-8"><title>OpenHall 明厅</title>
            <style>
            body { font: 16px sans-serif; margin: 16px }
            figure { display: inline-block; margin: 8px; vertical-align: top }
            img { height: 480px; border: 1px solid #ccc }
            </style>
            """);
    for (String name : names) {
      page.append(
          "<figure><a href=\"%1$s.png\"><img loading=\"lazy\" src=\"%1$s.png\" alt=\"\"></a><figcaption>%1$s</figcaption></figure>%n"
              .formatted(name));
    }
    Files.writeString(folder.resolve("index.html"), page);
  }
}
