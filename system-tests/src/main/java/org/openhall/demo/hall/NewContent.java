package org.openhall.demo.hall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Something new that the office of the demo has to say. */
public final class NewContent {

  private NewContent() {}

  /** The title of the entry that {@link #write} writes. */
  public static String title(int number) {
    return "示例市人民政府关于公布第" + number + "批便民服务事项的通知";
  }

  /** Writes a file as an office gets it: one more row of a title list. */
  public static Path write(Path folder, int number) throws IOException {
    String row =
        String.format(
            Locale.ROOT,
            "示例市人民政府,%s,示例府发〔2026〕%d号,2026-11-20,2026-11-23,https://example.invalid/%d%n",
            title(number),
            100 + number,
            number);
    Path file = folder.resolve("new-" + number + ".csv");
    return Files.writeString(
        file, "source,title,doc_number,date_written,date_published,url\n" + row);
  }
}
